/**
 * When a session has something to tell a participant who is not there: news that they have not seen, unfinished business to remind
 * them of, copies when everything is done. Pure; asked in every commit that something happens in, and when the session is woken.
 */
import type { Policy } from '#contract/policy.ts';
import { isActionable } from '#domain/auto-open-queue.ts';
import { resolveNextReminder } from '#domain/reminder-times.ts';
import type { Actor, LogFact } from '#backend/session/session-log.ts';
import { isSeenBy, listOwn, readReach, toActor, toAddressee } from '#backend/session/participants.ts';
import type {
  SessionRecord,
  StoredInteraction,
  StoredOutreach,
  StoredParticipant,
} from '#backend/session/session-record.ts';

const minute = 60 * 1_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long news are collected before the customer is told, once, of all of them. */
export const newsCollectedFor = 5 * minute;
/** The least there is between two notices of news. */
export const noticeCoolDown = hour;
/** A session that has something to tell, or something to do, is looked at this often at least. */
export const longestSleep = day;
/** How long a session that nothing happens in is looked at for settings that were changed meanwhile. */
const lookedAtFor = 30 * day;

export const startOutreach = (now: number): StoredOutreach => ({
  lastContactAt: now,
  reminders: 0,
  newsAt: null,
  noticeAt: null,
});

/** `participant`: for whom it happened. */
type Happening = {
  participant: StoredParticipant;
  actor: Actor;
  facts: readonly LogFact[];
  isThere: boolean;
  now: number;
};

const isNews: Readonly<Record<LogFact['kind'], boolean>> = {
  'session-planned': false,
  'session-started': false,
  'session-continued': false,
  'session-ended': false,
  'session-reassigned': false,
  'consent-given': false,
  'consent-refused': false,
  'link-sent': false,
  'links-revoked': false,
  'contact-corrected': false,
  'participant-invited': false,
  'interaction-added': true,
  'interaction-started': false,
  'interaction-withdrawn': false,
  'interaction-returned': true,
  'interaction-accepted': false,
  'interaction-renamed': false,
  'interaction-assigned': true,
  // Note: whoever it went to is told in the same breath.
  'interaction-handed-over': false,
  'interaction-taken-back': false,
  'interaction-declined': false,
  'interaction-completed': false,
  'payment-attempted': false,
  'message-sent': true,
};

const asksForSomething: readonly LogFact['kind'][] = [
  'interaction-added',
  'interaction-returned',
  'interaction-assigned',
];

/**
 * What participants do is a sign of their life, and nothing to the others; what an agent does is news to whom it is about and who is not
 * there, unless it is told in the same breath. `record`: as it is afterwards.
 */
export function noteHappening(
  record: SessionRecord,
  { participant, actor, facts, isThere, now }: Happening,
): StoredOutreach {
  const { outreach } = readReach(record, participant);
  if (actor.kind === 'customer') {
    const isTheirs = actor.participant === toActor(participant).participant;
    return isTheirs ? { ...outreach, lastContactAt: now, newsAt: null } : outreach;
  }
  const own = record.interactions.filter((interaction) => interaction.participant === participant.id);
  const about = facts.filter((fact) => !('interaction' in fact) || own.some(({ id }) => id === fact.interaction));
  const isAsked = about.some(({ kind }) => asksForSomething.includes(kind));
  const isTold = about.some((fact) => fact.kind === 'link-sent' && fact.to === toAddressee(participant).to);
  const isNewToThem = actor.kind === 'agent' && !isThere && !isTold && about.some(({ kind }) => isNews[kind]);
  return {
    ...outreach,
    reminders: isAsked ? 0 : outreach.reminders,
    newsAt: isNewToThem ? (outreach.newsAt ?? now) : outreach.newsAt,
  };
}

/** When the customer is told of the news; null = there are none. Note: news from the future are those of a wrong clock. */
export function resolveNoticeTime({ newsAt, noticeAt }: StoredOutreach, now: number): number | null {
  if (newsAt === null) return null;
  const notBefore = noticeAt === null || noticeAt > now ? now : noticeAt + noticeCoolDown;
  return newsAt > now ? now : Math.max(newsAt + newsCollectedFor, notBefore);
}

/** When this participant is reminded; null = not at all: it is off, everything is done, or they have been often enough. */
export function resolveReminderTime(
  record: SessionRecord,
  participant: StoredParticipant,
  { reminders }: Policy,
  now: number,
): number | null {
  const { lastContactAt, reminders: sent } = readReach(record, participant).outreach;
  if (!reminders.value || record.state !== 'open' || sent >= reminders.schedule.repetitions) return null;
  return hasToDo(record, participant) ? resolveNextReminder(reminders.schedule, { lastContactAt, now }) : null;
}

/** When the session is to be looked at next: at the latest in a day, as long as there is something to do in it. */
export function resolveWakeTime(record: SessionRecord, policy: Policy, now: number): number | null {
  if (record.state !== 'open') return null;
  const times = record.participants
    .flatMap((participant) => {
      const { outreach } = readReach(record, participant);
      const isLookedAt = now < outreach.lastContactAt + lookedAtFor && hasToDo(record, participant);
      return [
        resolveNoticeTime(outreach, now),
        resolveReminderTime(record, participant, policy, now),
        isLookedAt ? now + longestSleep : null,
      ];
    })
    .filter((at) => at !== null);
  return times.length === 0 ? null : Math.min(...times, now + longestSleep);
}

const isOpen: Readonly<Record<StoredInteraction['status'], boolean>> = {
  new: true,
  'in-progress': true,
  returned: true,
  'under-review': true,
  'waiting-for-others': true,
  completed: false,
  declined: false,
  cancelled: false,
  expired: false,
};

const hasToDo = (record: SessionRecord, participant: StoredParticipant): boolean =>
  listOwn(record, participant).some((interaction) => isActionable(interaction));

const hasOpen = ({ interactions }: SessionRecord, participant: StoredParticipant): boolean =>
  interactions.some((interaction) => isSeenBy(interaction, participant) && isOpen[interaction.status]);

/** Whether this change finished the last thing that this participant knows to be not over, and there is something for them to keep. */
export const isEverythingDoneNow = (
  before: SessionRecord,
  after: SessionRecord,
  participant: StoredParticipant,
): boolean =>
  hasOpen(before, participant) &&
  !hasOpen(after, participant) &&
  listOwn(after, participant).some(({ status }) => status === 'completed');
