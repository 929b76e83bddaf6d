import { describe, expect, it, vi } from 'vitest';

import type { Backend } from '#backend/create-backend.ts';
import { createPageAnswer } from '#hosts/node/site/answer-page.ts';
import { fixturePage } from '#tests/support/start-node-host.ts';
import { startTestSession } from '#tests/support/start-session.ts';

const askPage = async (backend: Backend, session: Awaited<ReturnType<typeof startTestSession>>) => {
  const answerPage = createPageAnswer(fixturePage, { backend, deps: session.deps });
  return (await answerPage(new Request(`http://room.invalid/s/${session.token}/i/1`))).text();
};

describe('The page of a link', () => {
  it('leaves no trace in the session, however often mail scanners fetch it', async () => {
    const session = await startTestSession();
    const before = await session.deps.store.loadSession(session.sessionId);
    const commits = vi.spyOn(session.deps.store, 'commitSession');
    for (let times = 0; times < 3; times += 1)
      expect(await askPage(session.backend, session)).toContain('"kind":"open"');

    expect(commits).not.toHaveBeenCalled();
    await expect(session.deps.store.loadSession(session.sessionId)).resolves.toEqual(before);
  });

  it('does not wait for an entry that takes its time', async () => {
    const session = await startTestSession();
    await expect(askPage(() => new Promise(() => undefined), session)).resolves.toBe(fixturePage);
  });

  it('is there when the entry could not be asked for', async () => {
    const session = await startTestSession();
    const failing = () => Promise.reject(new Error('The disk is gone.'));
    await expect(askPage(failing, session)).resolves.toBe(fixturePage);
  });
});
