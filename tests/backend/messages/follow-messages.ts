/** A session of one customer with its outbox, and a hand on the clock: `later` lets time pass and wakes whoever wants to be woken. */
import type { StartSessionInput } from '#contract/agent.ts';
import { wakeDue } from '#backend/messages/wake-due.ts';
import type { TestBackend } from '#tests/support/create-test-backend.ts';
import { startTestSession } from '#tests/support/start-session.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

const fail = (error: unknown) => {
  throw error;
};

export async function followMessages(input: Partial<StartSessionInput> = {}, test?: TestBackend) {
  const session = await startTestSession(input, test);
  const { deps, pass, sessionId } = session;
  const wakeAll = async () => {
    while ((await wakeDue({ ...deps, onTrouble: fail })) > 0);
  };
  const listMessages = async () => (await deps.store.listOutbox()).filter((message) => message.sessionId === sessionId);
  return {
    ...session,
    wakeAll,
    listMessages,
    /** What went out, oldest first, without the invitation: each kind with when it was written. */
    listSent: async () =>
      (await listMessages())
        .filter(({ kind }) => kind !== 'invitation')
        .map(({ kind, createdAt }) => `${kind} ${new Date(createdAt).toISOString().slice(0, 16)}`),
    /** In steps, as time does pass. */
    later: async (milliseconds: number, step = 10 * minute) => {
      for (let passed = 0; passed < milliseconds; passed += step) {
        pass(Math.min(step, milliseconds - passed));
        await wakeAll();
      }
    },
  };
}
export type Followed = Awaited<ReturnType<typeof followMessages>>;
