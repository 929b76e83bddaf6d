import {
  agentIdSchema,
  messageIdSchema,
  participantIdSchema,
  type SessionId,
  sessionIdSchema,
  teamIdSchema,
} from '#contract/ids.ts';
import type { OutboxMessage } from '#backend/messages/outbox-message.ts';
import type { LogEntry } from '#backend/session/session-log.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';
import type { SessionCommit } from '#backend/store/store.ts';

export const team = teamIdSchema.parse('team-1');
export const agent = agentIdSchema.parse('agent-1');
export const sessionId = sessionIdSchema.parse('session-1');
export const otherSessionId = sessionIdSchema.parse('session-2');

const customer = participantIdSchema.parse('customer-1');

export const buildRecord = (changes: Partial<SessionRecord> = {}): SessionRecord => ({
  id: sessionId,
  version: 1,
  team,
  settings: { autoOpen: true },
  channel: 'email',
  agent: { id: agent, name: 'Ada Agent' },
  participants: [
    { id: customer, number: 1, name: 'Maya', role: 'primary', email: 'maya@example.com', phone: null, language: 'en' },
  ],
  links: [],
  consents: [],
  state: 'open',
  startedAt: 1_000,
  endedAt: null,
  newLinkSentAt: null,
  outreach: { lastContactAt: 1_000, reminders: 0, newsAt: null, noticeAt: null },
  interactions: [],
  appliedKeys: [],
  head: { seq: 0, hash: '' },
  ...changes,
});

export const buildLink = (
  tokenHash: string,
  { expiresAt = 9_000, revokedAt = null }: { expiresAt?: number; revokedAt?: number | null } = {},
) => ({
  tokenHash,
  participant: customer,
  createdAt: 1_000,
  expiresAt,
  revokedAt,
});

export const buildEntry = (seq: number, text = `message ${seq}`): LogEntry => ({
  seq,
  at: 1_000 + seq,
  actor: { kind: 'customer', name: 'Maya' },
  fact: { kind: 'message-sent', message: messageIdSchema.parse(`message-${seq}`), text, key: `key-${seq}-key` },
  previousHash: `hash-${seq - 1}`,
  hash: `hash-${seq}`,
});

export const buildMessage = (id: string, session: SessionId = sessionId): OutboxMessage => ({
  id,
  sessionId: session,
  kind: 'invitation',
  channel: 'email',
  to: 'maya@example.com',
  companyName: null,
  recipientName: 'Maya',
  language: 'en',
  words: { subject: 'For you', text: 'Hello Maya', action: 'Open', closing: 'Goodbye' },
  url: 'https://room.test/s/token',
  createdAt: 1_000,
});

/** A commit that makes `version` out of the one before it, with one log entry. */
export const buildCommit = (version: number, changes: Partial<SessionCommit> = {}): SessionCommit => ({
  record: buildRecord({ version, head: { seq: version, hash: `hash-${version}` } }),
  expectedVersion: version - 1,
  entries: [buildEntry(version)],
  outbox: [],
  ...changes,
});
