/**
 * What people may do about a message's delivery. Pure; the store does it in the step in which it looks, so that of a try that begins and
 * somebody who stops it one is first.
 */
import { AppError } from '#backend/app-error.ts';
import type { StoredMessage } from '#backend/messages/outbox-message.ts';

type Circumstances = { now: number; textMessages: boolean };
type Hand = Circumstances & { by: string };

/** Whether a try has begun whose end nobody knows. One whose lease ran out is over. */
export const isUnderWay = ({ delivery }: StoredMessage, now: number): boolean =>
  delivery.state === 'waiting' && delivery.isLeased === true && delivery.nextTryAt > now;

/** What has its link can be sent, also after it was given up, kept or cancelled by hand; by text only where those are on. */
export const canRetry = (message: StoredMessage, { now, textMessages }: Circumstances): boolean =>
  message.url !== null && !isUnderWay(message, now) && isAllowed(message, textMessages);

const isAllowed = ({ channel }: StoredMessage, textMessages: boolean): boolean => channel !== 'sms' || textMessages;

export const canCancel = (message: StoredMessage, now: number): boolean =>
  message.delivery.state === 'waiting' && !isUnderWay(message, now);

/** Due now. Null: a try is under way, which is all that was asked for. @throws `channel-not-allowed`, `message-settled` */
export function retryByHand(message: StoredMessage, { by, now, textMessages }: Hand): StoredMessage | null {
  if (isUnderWay(message, now)) return null;
  if (!isAllowed(message, textMessages)) throw new AppError('channel-not-allowed');
  if (message.url === null) throw new AppError('message-settled');
  const { tries, reason } = message.delivery;
  const steered = { what: 'retry', by, at: now } as const;
  return { ...message, delivery: { state: 'waiting', tries, nextTryAt: now, reason, steered } };
}

/**
 * Null: it was cancelled before. Note: unlike one that nobody wants any more it keeps its link, so that this can be taken back.
 * @throws `message-under-way`, `message-settled`
 */
export function cancelByHand(message: StoredMessage, { by, now }: Hand): StoredMessage | null {
  if (message.delivery.state === 'cancelled') return null;
  if (isUnderWay(message, now)) throw new AppError('message-under-way');
  if (!canCancel(message, now)) throw new AppError('message-settled');
  const { tries, reason } = message.delivery;
  const steered = { what: 'cancel', by, at: now } as const;
  return { ...message, delivery: { state: 'cancelled', tries, at: now, reason, steered } };
}
