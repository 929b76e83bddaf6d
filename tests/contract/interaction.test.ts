import { describe, expect, it } from 'vitest';

import { entrySchema } from '#contract/entry.ts';
import { interactionKinds, interactionSchema, interactionStatuses } from '#contract/interaction.ts';
import { liveEventSchema } from '#contract/live-event.ts';
import { messageSchema } from '#contract/message.ts';
import { limits } from '#contract/limits.ts';
import { sessionSchema } from '#contract/session.ts';
import { buildInteraction, buildOpenEntry } from '#tests/support/build-entry.ts';

const esign = buildInteraction('a', 'esign');
const payment = buildInteraction('p', 'payment');

describe('An interaction', () => {
  it.each(interactionKinds)('of the kind %s is read as it was sent', (kind) => {
    const interaction = buildInteraction('a', kind, 'in-progress');
    expect(interactionSchema.parse(interaction)).toEqual(interaction);
    expect(interaction.kind).toBe(kind);
  });

  it.each(interactionStatuses)('in the state %s is read as it was sent', (status) => {
    expect(interactionSchema.parse({ ...esign, status }).status).toBe(status);
  });

  it('of a kind from a newer backend becomes a safe card', () => {
    expect(interactionSchema.parse({ ...esign, kind: 'video-call', room: 'x' })).toEqual({ ...esign, kind: 'unknown' });
  });

  it('in a state from a newer backend keeps its kind and can be looked at', () => {
    expect(interactionSchema.parse({ ...esign, status: 'on-hold' })).toEqual({ ...esign, status: 'unknown' });
  });

  it.each([
    ['a payment without an amount', { ...payment, amount: undefined }],
    ['a payment in no currency', { ...payment, amount: { minorUnits: 1, currency: 'euro' } }],
    ['a payment of half a cent', { ...payment, amount: { minorUnits: 0.5, currency: 'EUR' } }],
    ['one without a revision', { ...esign, revision: undefined }],
    ['one added at no time', { ...esign, addedAt: 'yesterday' }],
    [
      'one with a file that proves nothing',
      { ...esign, files: [{ id: 'f', name: 'a.pdf', type: 'x', size: 1, sha256: '' }] },
    ],
    ['one without a kind', { ...esign, kind: undefined }],
    ['one whose state is no word', { ...esign, status: 7 }],
    ['a strange kind that is otherwise broken', { ...esign, kind: 'video-call', title: undefined }],
  ])('is refused when it is %s', (_, interaction) => {
    expect(interactionSchema.safeParse(interaction).success).toBe(false);
  });
});

describe('A session', () => {
  const { session } = buildOpenEntry([esign, payment]);

  it('keeps its interactions in the order they were added', () => {
    expect(sessionSchema.parse(session).interactions.map(({ id }) => id)).toEqual(['a', 'p']);
  });

  it('is refused whole when one of them is broken, so that nothing is missing unseen', () => {
    expect(sessionSchema.safeParse({ ...session, interactions: [esign, { ...payment, amount: null }] }).success).toBe(
      false,
    );
  });

  it('holds as many interactions as the contract says', () => {
    const many = (count: number) => ({ ...session, interactions: Array.from({ length: count }, () => esign) });
    expect(sessionSchema.safeParse(many(limits.interactionsPerSession)).success).toBe(true);
    expect(sessionSchema.safeParse(many(limits.interactionsPerSession + 1)).success).toBe(false);
  });

  it('may say more than this build knows', () => {
    expect(sessionSchema.parse({ ...session, mood: 'good' })).toEqual(session);
  });
});

describe('An entry', () => {
  const entry = buildOpenEntry([esign]);

  it('is read as it was sent', () => {
    expect(entrySchema.parse(entry)).toEqual(entry);
  });

  it.each([
    ['of a kind nobody knows', { ...entry, kind: 'half-open' }],
    ['without its policy', { ...entry, policy: undefined }],
    ['whose policy hides where a value came from', { ...entry, policy: { ...entry.policy, chat: { value: true } } }],
    [
      'that cannot be entered for no known reason',
      { kind: 'cannot-enter', code: 'mood', branding: entry.branding, newLink: null },
    ],
    [
      'with a colour that is code',
      { ...entry, branding: { ...entry.branding, primaryColor: 'red;}body{display:none' } },
    ],
  ])('is refused %s', (_, broken) => {
    expect(entrySchema.safeParse(broken).success).toBe(false);
  });
});

describe('A live event', () => {
  const { session } = buildOpenEntry([esign]);
  const message = messageSchema.parse({
    id: 'm',
    seq: 2,
    from: 'agent',
    authorName: 'Ada Agent',
    text: 'Hello',
    attachments: [],
    sentAt: '2026-11-22T09:00:00.000Z',
    key: 'key-of-hello',
  });

  it.each([
    { kind: 'session', seq: 1, session },
    { kind: 'message', seq: 2, message },
    { kind: 'presence', agentActivity: 'unknown' },
  ])('of the kind $kind is read as it was sent', (event) => {
    expect(liveEventSchema.parse(event)).toEqual(event);
  });

  it.each([
    ['of a kind nobody knows', { kind: 'typing' }],
    ['without a number', { kind: 'session', session }],
    ['that brings half a message', { kind: 'message', seq: 2, message: { ...message, text: undefined } }],
    ['about an agent in no known state', { kind: 'presence', agentActivity: 'asleep' }],
  ])('is refused %s', (_, event) => {
    expect(liveEventSchema.safeParse(event).success).toBe(false);
  });
});
