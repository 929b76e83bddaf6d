/**
 * What follows from something that happened in a session, for the outside world of those who take part: copies when everything is done, and when
 * the session wants to be woken. In the same commit, so neither is lost.
 */
import type { BackendDeps } from '#backend/deps.ts';
import { isEverythingDoneNow, noteHappening, resolveWakeTime } from '#backend/messages/outreach.ts';
import { type LetterDeps, prepareLetter, withLetter } from '#backend/messages/prepare-letter.ts';
import type { Change } from '#backend/session/change.ts';
import { changeReach } from '#backend/session/participants.ts';
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
  const { participants } = change.record;
  const [policy, ...attendances] = await Promise.all([
    resolveRecordPolicy(deps, change.record),
    ...participants.map(async (participant) => ({ participant, isThere: await deps.store.isThere(participant.id) })),
  ]);
  let followed = change;
  for (const { participant, isThere } of attendances) {
    const outreach = noteHappening(followed.record, { participant, actor, facts: change.facts, isThere, now });
    followed = { ...followed, record: changeReach(followed.record, participant, { outreach }) };
    if (!isEverythingDoneNow(before, followed.record, participant)) continue;
    const letter = await prepareLetter(deps, { record: followed.record, participant }, policy);
    if (letter) followed = withLetter(followed, letter, 'completion', now);
  }
  return { ...followed, wakeAt: resolveWakeTime(followed.record, policy, now) };
}
