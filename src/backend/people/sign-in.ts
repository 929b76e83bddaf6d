/**
 * POST /api/sign-in and /api/password. An email that nobody has costs as much time as a wrong password and is counted like one, so that
 * neither the answer nor the clock says who works here.
 */
import { setPassword, signIn } from '#contract/endpoints/people.ts';
import { agentIdSchema } from '#contract/ids.ts';
import { findPasswordFault } from '#domain/password-rules.ts';
import { addTry, resolveWait, triesKeptFor } from '#domain/sign-in-tries.ts';
import { AppError } from '#backend/app-error.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { inputRoute } from '#backend/http/route.ts';
import { signInLifetime } from '#backend/people/authenticate-person.ts';
import { changeDirectory } from '#backend/people/change-directory.ts';
import type { PersonRecord } from '#backend/people/person-record.ts';
import { sha256Hex } from '#backend/session/hash.ts';
import { toInstant } from '#backend/session/project-session.ts';
import { VersionConflictError } from '#backend/store/store.ts';

export const signInRoute = inputRoute(signIn, async ({ deps, input }) => {
  const { people } = deps.store;
  const email = input.email.toLowerCase();
  const triesKey = await sha256Hex(email);
  await countTry(deps, triesKey);
  const person = await people.findPersonByEmail(email);
  const isRight = await checkPassword(deps, person, input.password);
  if (!person || !isRight || person.isDisabled) throw new AppError('sign-in-refused');

  await people.forgetTries(triesKey);
  const token = deps.createToken();
  const createdAt = deps.now();
  const expiresAt = createdAt + signInLifetime;
  const tokenHash = await sha256Hex(token);
  const epoch = person.signInEpoch;
  await people.saveSignIn({ tokenHash, person: person.id, epoch, createdAt, lastSeenAt: createdAt, expiresAt });
  await people.sweepSignIns(createdAt, createdAt - triesKeptFor);
  return { token, expiresAt: toInstant(expiresAt) };
});

const maxAttempts = 32;

/** Note: counted before it is looked at, and taken back when it was right; of many at once each has a number of its own. */
async function countTry({ store, now }: BackendDeps, key: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const tries = await store.people.loadTries(key);
    const retryAfter = resolveWait(tries, now());
    if (retryAfter > 0) throw new AppError('too-many-requests', { retryAfter });
    try {
      await store.people.saveTries(key, addTry(tries, now()), tries.failed);
      return;
    } catch (error) {
      if (!(error instanceof VersionConflictError)) throw error;
      if (attempt === maxAttempts) throw new AppError('too-many-requests', { retryAfter: 1 });
    }
  }
}

/** Note: where there is nothing to compare with, a hash is made all the same, because it takes as long. */
async function checkPassword({ passwords }: BackendDeps, person: PersonRecord | undefined, password: string) {
  if (person?.passwordHash) return passwords.isRight(password, person.passwordHash);
  await passwords.hash(password);
  return false;
}

export const setPasswordRoute = inputRoute(setPassword, async ({ deps, input }) => {
  const [id = '', secret = ''] = input.token.split('.');
  const secretHash = await sha256Hex(secret);
  const assertLink = (person: PersonRecord | undefined): PersonRecord => {
    const link = person?.passwordLink;
    const isGood = link?.secretHash === secretHash && deps.now() < link.expiresAt;
    if (!person || person.isDisabled || !isGood) throw new AppError('password-link-unknown');
    return person;
  };
  const holder = assertLink(await deps.store.people.findPerson(agentIdSchema.parse(id)));
  const fault = findPasswordFault(input.password, holder.email);
  if (fault) throw new AppError('invalid-input', { fields: [{ path: 'password', message: fault }] });

  const passwordHash = await deps.passwords.hash(input.password);
  await changeDirectory(deps, ({ people }) => {
    // Note: looked at again in the same change that uses it up, so that of two who come with one link one is let in.
    const person = assertLink(people.find((one) => one.id === holder.id));
    const { signInEpoch } = person;
    return { people: [{ ...person, passwordHash, passwordLink: null, signInEpoch: signInEpoch + 1 }] };
  });
  await deps.store.people.forgetTries(await sha256Hex(holder.email));
  return undefined;
});
