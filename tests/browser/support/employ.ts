/** Somebody new at the business: what they are signed in with, as a bearer. Unlike whoever works at the desk they have nothing open. */
import { addPerson, setPassword, signIn } from '#contract/endpoints/people.ts';
import type { Role } from '#contract/rights.ts';
import type { World } from '#tests/browser/support/world.ts';
import { goodPassword, tokenOf } from '#tests/support/open-office.ts';

export async function employ({ agent, call, team }: World, name: string, role: Role): Promise<string> {
  await agent.saveTeam(team, `Harbour Credit ${team}`);
  const email = `${crypto.randomUUID()}@office.test`;
  const added = await call(addPerson, { input: { name, email, role, team, otherTeams: [] } });
  const { url } = addPerson.output.parse(await added.json()).passwordLink;
  await call(setPassword, { input: { token: tokenOf(url), password: goodPassword } });
  const { token } = signIn.output.parse(
    await (await call(signIn, { input: { email, password: goodPassword } })).json(),
  );
  if (token === null) throw new Error(`Failed to sign in as ${name}: a page was.`);
  return token;
}
