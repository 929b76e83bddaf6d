/**
 * The only way a session changes: load, decide, seal, commit, and once more from the start when somebody else was first.
 * Deciding is pure, so deciding again is safe. A key that was applied before changes nothing and gives the session as it
 * is: repeating is harmless (architecture rule 8).
 */
import type { IdempotencyKey, SessionId } from '#contract/ids.ts';
import { AppError } from '#backend/app-error.ts';
import { followUp, type FollowUpDeps } from '#backend/messages/follow-up.ts';
import type { Change } from '#backend/session/change.ts';
import { type Actor, sealFacts } from '#backend/session/session-log.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';
import { VersionConflictError } from '#backend/store/store.ts';
import { announce } from '#backend/systems/announce.ts';

export type ChangeRequest = {
  sessionId: SessionId;
  actor: Actor;
  /** Null for what is harmless to repeat by its nature (a draft, an upload chunk). */
  key: IdempotencyKey | null;
  /** What the key stands for: endpoint and target. The same key for another intent is refused with `key-reused`. */
  intent: string;
  /** Asked before anything else is told of the session, even that a key was applied. @throws {AppError} when it is not the actor's. */
  guard?: (record: SessionRecord) => void;
  /** @throws {AppError} when the change may not be made. Called again after a conflict. */
  decide: (record: SessionRecord) => Change;
};

/** Every time round somebody gets through, so this many may write at once. */
const maxAttempts = 32;
const maxKeptKeys = 1_000;

export async function changeSession(deps: FollowUpDeps, request: ChangeRequest): Promise<SessionRecord> {
  const { store, now } = deps;
  for (let attempt = 1; ; attempt += 1) {
    const current = await store.loadSession(request.sessionId);
    if (!current) throw new AppError('not-found');
    request.guard?.(current);
    if (isApplied(current, request)) return current;

    const change = await followUp(deps, current, request.decide(current), request.actor);
    const facts = change.facts.map((fact) => ({ actor: request.actor, fact }));
    const entries = await sealFacts(current.head, now(), facts);
    const last = entries.at(-1);
    const record: SessionRecord = {
      ...change.record,
      version: current.version + 1,
      head: last ? { seq: last.seq, hash: last.hash } : current.head,
      appliedKeys: keepKey(current.appliedKeys, request),
    };
    try {
      const { outbox = [], wakeAt, onlyOpen = false, firstOf = null } = change;
      await store.commitSession({
        record,
        expectedVersion: current.version,
        entries,
        outbox,
        deliveries: await announce(deps, record, entries),
        onlyOpen,
        firstOf,
        ...(wakeAt !== undefined && { wakeAt }),
      });
      return record;
    } catch (error) {
      if (!(error instanceof VersionConflictError)) throw error;
      if (attempt === maxAttempts) throw new AppError('service-unavailable', { retryAfter: 1 });
    }
  }
}

function isApplied(record: SessionRecord, { key, intent }: ChangeRequest): boolean {
  const applied = key && record.appliedKeys.find((known) => known.key === key);
  if (!applied) return false;
  if (applied.intent !== intent) throw new AppError('key-reused');
  return true;
}

function keepKey(known: SessionRecord['appliedKeys'], { key, intent }: ChangeRequest) {
  return key ? [...known, { key, intent }].slice(-maxKeptKeys) : known;
}
