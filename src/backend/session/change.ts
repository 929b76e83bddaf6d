/** What a decision about a session comes to (`change-session.ts`). */
import type { OutboxMessage } from '#backend/messages/outbox-message.ts';
import type { LogFact } from '#backend/session/session-log.ts';
import type { Contact } from '#backend/session/session-query.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';

export type Change = {
  /** The next state; `version`, `head` and `appliedKeys` are taken care of by whoever commits it. */
  record: SessionRecord;
  facts: readonly LogFact[];
  outbox?: readonly OutboxMessage[];
  /** When the session wants to be woken next (`messages/wake-session.ts`); null = never, absent = as it was. */
  wakeAt?: number | null;
  /** It opens a session that has to be the only open one of its agent (`store/start-guards.ts`). */
  onlyOpen?: boolean;
  /** It opens the first session with a customer whom this contact is of (`store/start-guards.ts`). */
  firstOf?: Contact | null;
};
