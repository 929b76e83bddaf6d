/** A session of Cleo's with documents to sign, and others who come into it: what tests of more than one participant begin with. */
import type { StartSessionInput } from '#contract/agent.ts';
import { getAgentSession } from '#contract/endpoints/agent-session.ts';
import { getSession } from '#contract/endpoints/entry.ts';
import { inviteParticipant } from '#contract/endpoints/participation.ts';
import type { SettingsLevel } from '#contract/settings.ts';
import { createCustomerClient, readToken } from '#backend/scenarios/customer-client.ts';
import { followMessages } from '#tests/backend/messages/follow-messages.ts';
import { createTestBackend, type TestBackend } from '#tests/support/create-test-backend.ts';
import { buildDocumentRequest, buildEsign, buildPdf } from '#tests/support/sample-interactions.ts';
import { createCaller } from '#tests/support/start-session.ts';

export const anna = { name: 'Anna Alder', email: 'anna@example.com', phone: null } as const;

export async function startAmongSeveral(
  { settings = {}, ...input }: Partial<StartSessionInput> & { settings?: SettingsLevel } = {},
  test: TestBackend = createTestBackend(),
) {
  const document = await test.agent.addDocument(await buildPdf());
  const interactions = [buildEsign(document), buildEsign(document, 'Guarantee'), buildDocumentRequest()];
  const session = await followMessages({ interactions, settings, ...input }, test);
  const { sessionId, backend, asAgent } = session;
  const [agreement, guarantee, papers] = session.interactions;
  if (!agreement || !guarantee || !papers) throw new Error('Failed to start: something is missing.');
  const params = { sessionId };
  const readLetters = async (to: string) => (await session.listMessages()).filter((message) => message.to === to);
  return {
    ...session,
    agreement,
    guarantee,
    papers,
    cleo: createCustomerClient(backend, session.url),
    readLetters,
    invite: async (
      customer: { name: string; email: string | null; phone: string | null } = anna,
      channel = 'email',
    ) => {
      const answer = await asAgent(inviteParticipant, { params, input: { customer, channel } });
      return inviteParticipant.output.parse(await answer.json());
    },
    /** By the newest letter to this address. */
    comeInAs: async (to: string) => {
      const url = (await readLetters(to)).at(-1)?.url ?? '';
      return { ...createCustomerClient(backend, url), call: createCaller(backend, readToken(url)) };
    },
    see: async () => getAgentSession.output.parse(await (await asAgent(getAgentSession, { params })).json()),
    readFacts: async () => (await session.deps.store.readLog(sessionId, 0, 200)).map(({ fact }) => fact),
  };
}

export type Several = Awaited<ReturnType<typeof startAmongSeveral>>;

/** What somebody has before them: `Guarantee waiting-for-others Anna Alder`. */
export async function listCards({ ask }: Pick<Several['cleo'], 'ask'>): Promise<string[]> {
  const { interactions } = await ask(getSession);
  return interactions.map(({ title, status, heldBy }) => [title, status, heldBy?.name].filter(Boolean).join(' '));
}
