/** Whether somebody is at a console, as the customer is told: nobody has to say that they left. */
import { afterEach, describe, expect, it, vi } from 'vitest';

import { reportActivity } from '#contract/endpoints/engagement.ts';
import { getEntry } from '#contract/endpoints/entry.ts';
import { signOut, signOutEverywhere } from '#contract/endpoints/people.ts';
import { activityLifetime, idleThreshold } from '#domain/agent-activity.ts';
import { openFeed } from '#tests/support/read-feed.ts';
import { startTestSession } from '#tests/support/start-session.ts';

async function startWithMessage() {
  const session = await startTestSession({ settings: { inactiveAgentMessage: { on: true, text: 'Back at nine.' } } });
  return {
    ...session,
    report: async (idleFor = 0) => {
      expect((await session.asAgent(reportActivity, { input: { idleFor } })).status).toBe(204);
    },
    /** What a customer who enters now is told of the agent. */
    enter: async () => {
      const entry = getEntry.output.parse(await (await session.customer(getEntry)).json());
      if (entry.kind !== 'open') throw new Error(`Failed to enter: ${entry.kind}.`);
      return entry.agentActivity;
    },
  };
}

afterEach(() => {
  vi.useRealTimers();
});

describe('An agent', () => {
  it('is there while their console says so, and not any more a little after it stopped', async () => {
    const { report, enter, pass } = await startWithMessage();
    expect(await enter()).toBe('inactive');
    await report();
    pass(activityLifetime - 1);
    expect(await enter()).toBe('active');
    await report();
    pass(activityLifetime - 1);
    expect(await enter()).toBe('active');
    pass(1);
    expect(await enter()).toBe('inactive');
  });

  it('is not there when the console stands idle, and is again with the first thing they do', async () => {
    const { report, enter } = await startWithMessage();
    await report(idleThreshold / 1_000);
    expect(await enter()).toBe('inactive');
    await report();
    expect(await enter()).toBe('active');
  });

  it('is there in one console while they forgot another', async () => {
    const { report, enter, pass } = await startWithMessage();
    await report();
    pass(10_000);
    await report(idleThreshold / 1_000);
    expect(await enter()).toBe('active');
  });

  it.each([signOut, signOutEverywhere])('is not there once signed out ($path)', async (endpoint) => {
    const { report, enter, asAgent } = await startWithMessage();
    await report();
    expect((await asAgent(endpoint)).status).toBe(204);
    expect(await enter()).toBe('inactive');
  });
});

describe('A customer who follows the session', () => {
  it('hears that the agent went, though nobody said so, and hears nothing of them being there still', async () => {
    vi.useFakeTimers();
    const { report, customer, pass } = await startWithMessage();
    await report();
    const feed = await openFeed(customer, '?after=1');
    expect(await feed.next()).toEqual({ kind: 'presence', agentActivity: 'active' });
    const gone = feed.next();
    pass(60_000);
    await report();
    await vi.advanceTimersByTimeAsync(1);
    pass(activityLifetime);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await gone).toEqual({ kind: 'presence', agentActivity: 'inactive' });
    await report();
    expect(await feed.next()).toEqual({ kind: 'presence', agentActivity: 'active' });
    await feed.cancel();
  });
});
