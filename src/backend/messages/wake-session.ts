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
import { findCustomer } from '#backend/session/find-customer.ts';
import { resolveRecordPolicy } from '#backend/session/resolve-record-gate.ts';
import type { SessionRecord, StoredOutreach } from '#backend/session/session-record.ts';

export async function wakeSession(deps: FollowUpDeps, sessionId: SessionId): Promise<void> {
  const record = await deps.store.loadSession(sessionId);
  if (!record) return;
  const policy = await resolveRecordPolicy(deps, record);
  const participant = findCustomer(record);
  const isAway = participant && !(await deps.store.isThere(participant.id));
  const letter = isAway ? await prepareLetter(deps, { record, participant }, policy) : null;
  await changeSession(deps, {
    sessionId,
    actor: { kind: 'system', name: 'system' },
    key: null,
    intent: 'wake',
    decide: (current) => {
      const now = deps.now();
      const change = decideWake(current, { policy, letter, now });
      return { ...change, wakeAt: resolveWakeTime(change.record, policy, now) };
    },
  });
}

/** `letter` null: the customer is there and sees for themselves, or may not be written to. */
type Circumstances = { policy: Policy; letter: Letter | null; now: number };

/** One message at most: news are told first, and are a reminder, too. */
function decideWake(record: SessionRecord, { policy, letter, now }: Circumstances): Change {
  const noticeTime = resolveNoticeTime(record.outreach, now);
  const reminderTime = resolveReminderTime(record, policy, now);
  const isTime = (at: number | null) => at !== null && at <= now;
  const reached = (changes: Partial<StoredOutreach>): Change => ({
    record: { ...record, outreach: { ...record.outreach, lastContactAt: now, ...changes } },
    facts: [],
  });
  if (isTime(noticeTime)) {
    const told = reached({ newsAt: null });
    if (!letter || record.state !== 'open') return told;
    return withLetter(reached({ newsAt: null, noticeAt: now }), letter, 'news', now);
  }
  if (isTime(reminderTime)) {
    if (!letter) return reached({});
    return withLetter(reached({ reminders: record.outreach.reminders + 1 }), letter, 'reminder', now);
  }
  return { record, facts: [] };
}
