import { type IdempotencyKey, idempotencyKeySchema, messageIdSchema, type SessionId } from '#contract/ids.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { changeSession } from '#backend/session/change-session.ts';

/** Lets the agent write `count` messages at one stroke; gives their texts. */
export async function sayMuch(deps: BackendDeps, sessionId: SessionId, count: number) {
  const texts = Array.from({ length: count }, (_, index) => `Message ${index}`);
  const toKey = (index: number): IdempotencyKey => idempotencyKeySchema.parse(`key-number-${index}`);
  await changeSession(deps, {
    sessionId,
    actor: { kind: 'agent', name: 'Ada Agent' },
    key: null,
    intent: 'say-much',
    decide: (record) => ({
      record,
      facts: texts.map((text, index) => ({
        kind: 'message-sent' as const,
        message: messageIdSchema.parse(`message-${index}`),
        text,
        key: toKey(index),
      })),
    }),
  });
  return texts;
}
