/**
 * What follows from something that happened in a session, for its customer's outside world: copies when everything is done, and when
 * the session wants to be woken. In the same commit, so neither is lost.
 */
import type { BackendDeps } from '#backend/deps.ts';
import { isEverythingDoneNow, noteHappening, resolveWakeTime } from '#backend/messages/outreach.ts';
import { type LetterDeps, prepareLetter, withLetter } from '#backend/messages/prepare-letter.ts';
import type { Change } from '#backend/session/change.ts';
import { findCustomer } from '#backend/session/find-customer.ts';
import { resolveRecordPolicy } from '#backend/session/resolve-record-gate.ts';
import type { Actor } from '#backend/session/session-log.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';

export type FollowUpDeps = Pick<BackendDeps, 'store'> & LetterDeps;

/** A change that nothing happens in (a draft, a part of a file) is left as it is. */
export async function followUp(
  deps: FollowUpDeps,
  before: SessionRecord,
  change: Change,
  actor: Actor,
): Promise<Change> {
  if (change.facts.length === 0) return change;
  const now = deps.now();
  const participant = findCustomer(before);
  const [policy, isThere] = await Promise.all([
    resolveRecordPolicy(deps, change.record),
    participant ? deps.store.isThere(participant.id) : false,
  ]);
  const outreach = noteHappening(change.record.outreach, { actor, facts: change.facts, isThere, now });
  const noted: Change = { ...change, record: { ...change.record, outreach } };
  const letter =
    participant && isEverythingDoneNow(before, noted.record)
      ? await prepareLetter(deps, { record: noted.record, participant }, policy)
      : null;
  const followed = letter ? withLetter(noted, letter, 'completion', now) : noted;
  return { ...followed, wakeAt: resolveWakeTime(followed.record, policy, now) };
}
