/**
 * Waking a session: news are told and unfinished business is brought to mind, if it is time, and the next time is set. A command like
 * every other, decided from the session as it is then: waking twice, late or for nothing is harmless.
 */
import type { Policy } from '#contract/policy.ts';
import type { SessionId } from '#contract/ids.ts';
import type { FollowUpDeps } from '#backend/messages/follow-up.ts';
import { resolveNoticeTime, resolveReminderTime, resolveWakeTime } from '#backend/messages/outreach.ts';
import { type Letter, prepareLetter, withLetter } from '#backend/messages/prepare-letter.ts';
import type { Change } from '#backend/session/change.ts';
import { changeSession } from '#backend/session/change-session.ts';
import { changeReach, readReach } from '#backend/session/participants.ts';
import { resolveRecordPolicy } from '#backend/session/resolve-record-gate.ts';
import type { StoredOutreach, StoredParticipant } from '#backend/session/session-record.ts';

export async function wakeSession(deps: FollowUpDeps, sessionId: SessionId): Promise<void> {
  const record = await deps.store.loadSession(sessionId);
  if (!record) return;
  const policy = await resolveRecordPolicy(deps, record);
  const letters = await Promise.all(
    record.participants.map(async (participant) => ({
      participant,
      letter: (await deps.store.isThere(participant.id))
        ? null
        : await prepareLetter(deps, { record, participant }, policy),
    })),
  );
  await changeSession(deps, {
    sessionId,
    actor: { kind: 'system', name: 'system' },
    key: null,
    intent: 'wake',
    decide: (current) => {
      const now = deps.now();
      const change = letters.reduce<Change>(
        (so, { participant, letter }) => decideWake(so, participant, { policy, letter, now }),
        { record: current, facts: [] },
      );
      return { ...change, wakeAt: resolveWakeTime(change.record, policy, now) };
    },
  });
}

/** `letter` null: the participant is there and sees for themselves, or may not be written to. */
type Circumstances = { policy: Policy; letter: Letter | null; now: number };

/** One message to each at most: news are told first, and are a reminder, too. */
function decideWake(change: Change, participant: StoredParticipant, { policy, letter, now }: Circumstances): Change {
  const { record } = change;
  const { outreach } = readReach(record, participant);
  const noticeTime = resolveNoticeTime(outreach, now);
  const reminderTime = resolveReminderTime(record, participant, policy, now);
  const isTime = (at: number | null) => at !== null && at <= now;
  const reached = (changes: Partial<StoredOutreach>): Change => ({
    ...change,
    record: changeReach(record, participant, { outreach: { ...outreach, lastContactAt: now, ...changes } }),
  });
  if (isTime(noticeTime)) {
    const told = reached({ newsAt: null });
    if (!letter || record.state !== 'open') return told;
    return withLetter(reached({ newsAt: null, noticeAt: now }), letter, 'news', now);
  }
  if (isTime(reminderTime)) {
    if (!letter) return reached({});
    return withLetter(reached({ reminders: outreach.reminders + 1 }), letter, 'reminder', now);
  }
  return change;
}
