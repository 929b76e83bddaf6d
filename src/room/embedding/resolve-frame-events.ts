import type { FrameEvent } from '#contract/frame-message.ts';
import type { InteractionId } from '#contract/ids.ts';
import type { Interaction } from '#contract/interaction.ts';
import { isActionable } from '#domain/auto-open-queue.ts';
import type { Session } from '#contract/session.ts';
import type { EntryAnswer } from '#lib/session-client/entry-query.ts';

/** What the room knows at one moment. */
export type Sight = { answer: EntryAnswer; session: Session | undefined };

/**
 * What there is to tell between two sights. `before` undefined: the first one. `paid`: the payment that the customer comes back from; it was open when
 * the page was left, so it may be completed at first sight.
 */
export function resolveFrameEvents(
  before: Sight | undefined,
  now: Sight,
  paid: InteractionId | null = null,
): FrameEvent[] {
  const events: FrameEvent[] = [];
  if (!before) events.push({ type: 'ready' });
  const code = resolveBlock(now.answer);
  if (code !== null && (!before || code !== resolveBlock(before.answer))) events.push({ type: 'blocked', code });

  const known = before?.session?.interactions;
  const wasOpen = ({ id }: Interaction): boolean =>
    known ? known.some((one) => one.id === id && isActionable(one)) : id === paid;
  for (const interaction of now.session?.interactions ?? []) {
    if (!wasOpen(interaction)) continue;
    const { id, kind, status } = interaction;
    if (kind !== 'unknown' && isCompleted(status))
      events.push({ type: 'interaction-completed', interaction: { id, kind, status } });
  }
  if (isAllCompleted(now.session) && !isAllCompleted(before?.session)) events.push({ type: 'all-completed' });
  return events;
}

const resolveBlock = (answer: EntryAnswer): string | null => {
  if (answer.kind === 'link-unknown') return answer.kind;
  return answer.kind === 'cannot-enter' ? answer.code : null;
};

type Completed = 'completed' | 'under-review' | 'waiting-for-others';

const isCompleted = (status: Interaction['status']): status is Completed =>
  status === 'completed' || status === 'under-review' || status === 'waiting-for-others';

const isAllCompleted = (session: Session | undefined): boolean =>
  session !== undefined &&
  session.interactions.some(({ status }) => isCompleted(status)) &&
  !session.interactions.some(isActionable);
