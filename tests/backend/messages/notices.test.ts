import { describe, expect, it } from 'vitest';

import { sendMessage } from '#contract/endpoints/message.ts';
import { changeRecord, withInteraction } from '#backend/scenarios/change-record.ts';
import { day, type Followed, followMessages, hour, minute } from '#tests/backend/messages/follow-messages.ts';
import { openFeed } from '#tests/support/read-feed.ts';
import { buildDocumentRequest } from '#tests/support/sample-interactions.ts';

const add = ({ agent, sessionId }: Followed) => agent.addInteraction(sessionId, buildDocumentRequest('Another paper'));
const write = ({ agent, sessionId }: Followed) => agent.sendMessage(sessionId, 'Are you there?');

describe('News for a customer who is away', () => {
  it.each([
    ['something added', add],
    ['a message', write],
    [
      'something returned',
      async (session: Followed) => {
        const { deps, sessionId, interactions, agent } = session;
        const [id] = interactions;
        if (!id) throw new Error('There is something to return.');
        await changeRecord(deps, sessionId, withInteraction(id, { status: 'completed' }));
        await agent.returnForCorrection(sessionId, id, 'Blurred');
      },
    ],
  ])('are told after five minutes: %s', async (_, happen) => {
    const session = await followMessages({ interactions: [buildDocumentRequest()] });
    await happen(session);
    await session.later(4 * minute, minute);
    expect(await session.listSent()).toEqual([]);
    await session.later(minute, minute);
    expect(await session.listSent()).toEqual(['news 2026-11-22T09:05']);
  });

  it('are told in one message, however many there are', async () => {
    const session = await followMessages();
    for (let count = 0; count < 4; count += 1) {
      await add(session);
      await session.later(minute, minute);
    }
    await write(session);
    await session.later(day);
    expect(await session.listSent()).toHaveLength(1);
  });

  it('that keep coming put nothing off', async () => {
    const session = await followMessages();
    for (let count = 0; count < 3; count += 1) {
      await write(session);
      await session.later(3 * minute, minute);
    }
    expect(await session.listSent()).toEqual(['news 2026-11-22T09:05']);
  });

  it('are told once an hour at most', async () => {
    const session = await followMessages();
    await write(session);
    await session.later(10 * minute);
    await write(session);
    await session.later(50 * minute);
    expect(await session.listSent()).toEqual(['news 2026-11-22T09:10']);
    await session.later(10 * minute);
    expect(await session.listSent()).toEqual(['news 2026-11-22T09:10', 'news 2026-11-22T10:10']);
  });

  it('are not told to somebody who did something meanwhile', async () => {
    const session = await followMessages();
    await add(session);
    await session.customer(sendMessage, { input: { text: 'Thank you' } });
    await session.later(day, hour);
    expect(await session.listSent()).toEqual([]);
  });

  it('are not told to somebody who has come in meanwhile', async () => {
    const session = await followMessages();
    await add(session);
    const feed = await openFeed(session.customer);
    await session.later(10 * minute);
    await feed.cancel();
    await session.later(day, hour);
    expect(await session.listSent()).toEqual([]);
  });

  it('are no news to somebody who was there when it happened, and are to one who had left', async () => {
    const session = await followMessages();
    const feed = await openFeed(session.customer);
    await add(session);
    await feed.cancel();
    await session.later(hour);
    expect(await session.listSent()).toEqual([]);
    await add(session);
    await session.later(hour);
    expect(await session.listSent()).toHaveLength(1);
  });

  it.each([
    ['the session is embedded', { settings: { embeddedSession: true } }],
    ['text messages are off', { channel: 'sms' as const, settings: { textMessages: true } }],
  ])('are told to nobody where %s', async (why, input) => {
    const session = await followMessages(input);
    await add(session);
    if (why.startsWith('text')) {
      await changeRecord(session.deps, session.sessionId, () => ({ settings: { textMessages: false } }));
    }
    await session.later(day, hour);
    expect(await session.listSent()).toEqual([]);
  });

  it('are not told when the session ended before they could be', async () => {
    const session = await followMessages();
    await add(session);
    await session.agent.endSession(session.sessionId);
    await session.later(day, hour);
    expect(await session.listSent()).toEqual([]);
  });

  it('are told although a clock was wrong when they came', async () => {
    const session = await followMessages();
    session.pass(365 * day);
    await add(session);
    session.pass(-365 * day);
    await session.later(hour);
    expect(await session.listSent()).toHaveLength(1);
  });
});

describe('Copies', () => {
  const reviewed = { interactions: [buildDocumentRequest('First'), buildDocumentRequest('Second')] };
  const handIn = async ({ deps, sessionId, interactions }: Followed) => {
    for (const id of interactions) {
      await changeRecord(deps, sessionId, withInteraction(id, { status: 'under-review' }));
    }
  };

  it('go to the customer when the last thing is done, in the same commit', async () => {
    const session = await followMessages(reviewed);
    await handIn(session);
    const [first, second] = session.interactions;
    if (!first || !second) throw new Error('There are two.');
    await session.agent.accept(session.sessionId, first);
    expect(await session.listSent()).toEqual([]);
    await session.agent.accept(session.sessionId, second);
    expect(await session.listMessages()).toMatchObject([
      { kind: 'invitation' },
      { kind: 'completion', to: 'cleo@example.com', words: { action: 'Open my copies' } },
    ]);
  });

  it('are not sent twice, and again when something more was done', async () => {
    const session = await followMessages({ interactions: [buildDocumentRequest()] });
    const finish = async (id: Followed['interactions'][number] | undefined) => {
      if (!id) throw new Error('There is something to finish.');
      await changeRecord(session.deps, session.sessionId, withInteraction(id, { status: 'under-review' }));
      await session.agent.accept(session.sessionId, id);
    };
    await finish(session.interactions[0]);
    await write(session);
    expect(await session.listSent()).toHaveLength(1);
    await finish(await add(session));
    expect(await session.listSent()).toHaveLength(2);
  });

  it('are of something: what was withdrawn or declined leaves none', async () => {
    const session = await followMessages({ interactions: [buildDocumentRequest()] });
    const [id] = session.interactions;
    if (!id) throw new Error('There is something to withdraw.');
    await session.agent.withdraw(session.sessionId, id, 'Not needed');
    expect(await session.listSent()).toEqual([]);
  });

  it('go to nobody in an embedded session', async () => {
    const session = await followMessages({ ...reviewed, settings: { embeddedSession: true } });
    await handIn(session);
    for (const id of session.interactions) await session.agent.accept(session.sessionId, id);
    expect(await session.listMessages()).toEqual([]);
  });
});
