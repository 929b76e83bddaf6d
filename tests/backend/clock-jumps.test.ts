/** The clock of the machine is set: back, and far ahead. Order is that of the log; nobody waits longer than they would have. */
import { describe, expect, it } from 'vitest';

import { getEntry, requestNewLink } from '#contract/endpoints/entry.ts';
import { entrySchema } from '#contract/entry.ts';
import { listMessages, sendMessage } from '#contract/endpoints/message.ts';
import { newLinkReceiptSchema } from '#contract/gate.ts';
import { readToken } from '#backend/scenarios/customer-client.ts';
import { findDisorder } from '#tests/support/find-disorder.ts';
import { createCaller, readCode, readProblem, startTestSession } from '#tests/support/start-session.ts';

const hour = 60 * 60 * 1_000;
const day = 24 * hour;
const year = 365 * day;

async function start() {
  const session = await startTestSession();
  const enter = async (token = session.token) =>
    entrySchema.parse(await (await createCaller(session.backend, token)(getEntry)).json());
  const readMail = async () => readToken((await session.deps.store.listOutbox()).at(-1)?.url ?? '');
  const say = (text: string) => session.customer(sendMessage, { input: { text } });
  return { ...session, enter, readMail, say };
}

describe('A clock that is set back an hour', () => {
  it('changes neither the order of what was said nor whether the log is whole', async () => {
    const { say, pass, customer, deps, sessionId } = await start();
    await say('first');
    pass(-hour);
    await say('second');
    const list = listMessages.output.parse(await (await customer(listMessages)).json());
    expect(list.messages.map(({ text }) => text)).toEqual(['first', 'second']);
    expect(await findDisorder(deps, [sessionId])).toEqual([]);
  });

  it('lets customers in who were let in before', async () => {
    const { enter, pass } = await start();
    pass(-hour);
    expect(await enter()).toMatchObject({ kind: 'open' });
  });

  it('makes nobody wait for a new link longer than the minute it is', async () => {
    const { customer, pass, enter } = await start();
    pass(8 * day);
    expect(await readCode(customer(requestNewLink))).toBe('ok');
    pass(30_000);
    expect((await readProblem(await customer(requestNewLink))).retryAfter).toBe(30);
    pass(-hour);
    expect(await enter()).toMatchObject({ kind: 'cannot-enter', newLink: { coolDown: 0 } });
    const receipt = newLinkReceiptSchema.parse(await (await customer(requestNewLink)).json());
    expect(receipt.coolDown).toBe(60);
  });
});

describe('A clock that is a year ahead for a while', () => {
  it('runs links out, sends new ones that work, and harms nothing when it is right again', async () => {
    const { enter, pass, customer, readMail, say, deps, sessionId, token } = await start();
    pass(year);
    expect(await enter()).toMatchObject({ kind: 'cannot-enter', code: 'link-expired', newLink: { coolDown: 0 } });
    expect(await readCode(say('from a year ahead'))).toBe('link-expired');
    expect(await readCode(customer(requestNewLink))).toBe('ok');
    const fresh = await readMail();
    expect(await enter(fresh)).toMatchObject({ kind: 'open' });

    pass(-year);
    expect(await enter(token)).toMatchObject({ kind: 'open' });
    expect(await enter(fresh)).toMatchObject({ kind: 'open' });
    expect(await readCode(say('back again'))).toBe('ok');
    expect(await findDisorder(deps, [sessionId])).toEqual([]);
  });
});
