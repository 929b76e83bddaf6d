/** What the steps of the main path need of a customer, and what is kept of their session. */
import type { StartSessionInput } from '#contract/agent.ts';
import type { Endpoint } from '#contract/endpoints/define-endpoint.ts';
import type { SessionId } from '#contract/ids.ts';
import type { OutboxMessage } from '#backend/messages/outbox-message.ts';
import type { LogEntry } from '#backend/session/session-log.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';
import type { Answer, Extras } from '#tests/support/kill/call-host.ts';
import type { Random } from '#tests/support/kill/seeded-random.ts';

export type Stored = { record: SessionRecord; log: readonly LogEntry[]; outbox: readonly OutboxMessage[] };

export type Customer = {
  input: StartSessionInput;
  paper: Uint8Array<ArrayBuffer>;
  random: Random;
  sessionId: SessionId | undefined;
  url: string;
  interactions: { esign: string; papers: string; questions: string };
  /** Where the upload goes on; empty before it was begun. */
  upload: string;
  /** One for each thing the customer does, the same every time. */
  key: (intent: string) => string;
  /** Has to be true of what is stored from now on. */
  claim: (says: string, isTrue: (stored: Stored) => boolean) => void;
  /** By the link's token, unless told otherwise. */
  call: (endpoint: Pick<Endpoint, 'method' | 'path'>, extras?: Extras, credential?: string) => Promise<Answer>;
};
