/**
 * The append-only log of one session: the source of the live feed, of chat and of the audit trail. Every entry is hashed
 * together with the hash before it, so a changed or missing entry is seen by `isLogIntact`.
 */
import type { FileInfo } from '#contract/file.ts';
import type { InteractionId, MessageId, ParticipantId } from '#contract/ids.ts';
import { sha256Hex } from '#backend/session/hash.ts';

export type Actor = {
  kind: 'customer' | 'agent' | 'system';
  name: string;
  /** Which of those who were invited; absent = the customer that the session was started for, or no customer. */
  participant?: ParticipantId;
};

/** What happened. Data that proves something is named by its hash, never copied in. */
export type LogFact =
  | { kind: 'session-planned' }
  | { kind: 'session-started' }
  /** Opened again. */
  | { kind: 'session-continued' }
  | { kind: 'session-ended' }
  /** By name; from null: a system started it. */
  | { kind: 'session-reassigned'; from: string | null; to: string }
  | { kind: 'consent-given' | 'consent-refused'; revision: string }
  /** `to`, here and below: the name of somebody who was invited; absent = the customer. */
  | { kind: 'link-sent'; channel: string; to?: string }
  /** Every link that was out is dead. */
  | { kind: 'links-revoked'; to?: string }
  /** `changed`: what of it was wrong, by name. */
  | { kind: 'contact-corrected'; changed: string[]; to?: string }
  | { kind: 'participant-invited'; to: string }
  /** By an agent; by a customer; by the same customer again, before the other had begun. All by name. */
  | {
      kind: 'interaction-assigned' | 'interaction-handed-over' | 'interaction-taken-back';
      interaction: InteractionId;
      from: string;
      to: string;
    }
  | { kind: 'interaction-added'; interaction: InteractionId; interactionKind: string; title: string }
  | { kind: 'interaction-started'; interaction: InteractionId }
  | { kind: 'interaction-withdrawn' | 'interaction-returned'; interaction: InteractionId; reason: string }
  | { kind: 'interaction-accepted'; interaction: InteractionId }
  | { kind: 'interaction-renamed'; interaction: InteractionId; title: string }
  | { kind: 'interaction-declined'; interaction: InteractionId; reason: string }
  /** `hashes`: SHA-256 of every file or answer set that was handed in. */
  | { kind: 'interaction-completed'; interaction: InteractionId; hashes: string[] }
  | { kind: 'payment-attempted'; interaction: InteractionId; outcome: string }
  /** `attachments`: absent where there are none. */
  | { kind: 'message-sent'; message: MessageId; text: string; key: string; attachments?: FileInfo[] };

export type LogEntry = {
  /** 1, 2, 3, … without gaps. */
  seq: number;
  /** Milliseconds since the epoch. */
  at: number;
  actor: Actor;
  fact: LogFact;
  previousHash: string;
  hash: string;
};

export type LogHead = { seq: number; hash: string };

export const emptyLogHead: LogHead = { seq: 0, hash: '0'.repeat(64) };

/** Objects as lists of their fields. Note: by name, because a store may give the fields back in another order. */
function listFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(listFields);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return fields.map(([name, inner]) => [name, listFields(inner)]);
}

/** Note: what was written before anybody was invited has to come to the same. */
const listActor = ({ kind, name, participant }: Actor) => (participant ? [kind, name, participant] : [kind, name]);

const hashEntry = ({ seq, at, actor, fact, previousHash }: Omit<LogEntry, 'hash'>) =>
  sha256Hex(JSON.stringify([seq, at, ...listActor(actor), listFields(fact), previousHash]));

/** Numbers and chains new facts onto the log that ends in `head`. */
export async function sealFacts(
  head: LogHead,
  at: number,
  facts: readonly { actor: Actor; fact: LogFact }[],
): Promise<LogEntry[]> {
  const entries: LogEntry[] = [];
  let last = head;
  for (const { actor, fact } of facts) {
    const open = { seq: last.seq + 1, at, actor, fact, previousHash: last.hash };
    const entry = { ...open, hash: await hashEntry(open) };
    entries.push(entry);
    last = entry;
  }
  return entries;
}

/** True when the whole log, from the start to the session's `head`, is there and nothing in it was altered. */
export async function isLogIntact(entries: readonly LogEntry[], head: LogHead): Promise<boolean> {
  let last = emptyLogHead;
  for (const entry of entries) {
    const { hash, ...open } = entry;
    if (entry.seq !== last.seq + 1 || entry.previousHash !== last.hash) return false;
    if ((await hashEntry(open)) !== hash) return false;
    last = entry;
  }
  return last.seq === head.seq && last.hash === head.hash;
}
