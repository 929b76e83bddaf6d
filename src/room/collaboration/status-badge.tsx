import type { Interaction } from '#contract/interaction.ts';
import { Text } from '#lib/i18n/text.tsx';
import { Badge, type Tone } from '#ui/badge.tsx';

type Props = {
  interaction: Pick<Interaction, 'kind' | 'status'>;
  /** Added since the customer entered. */
  isJustAdded: boolean;
  /** The visit ended before it was done. */
  isLeft: boolean;
};

/** How it stands, in a word or two. What is simply not started yet needs no emphasis. */
export const StatusBadge = (props: Props) => {
  const { word, tone } = resolveBadge(props);
  const words = <Text id={`room.status.${word}`} />;
  if (tone !== 'plain') return <Badge tone={tone}>{words}</Badge>;
  return (
    <>
      <span aria-hidden>·</span> {words}
    </>
  );
};

type Word = Interaction['status'] | 'just-added' | 'not-completed' | 'paid';

function resolveBadge({ interaction: { kind, status }, isJustAdded, isLeft }: Props): {
  word: Word;
  tone: Tone | 'plain';
} {
  if (isLeft) return { word: 'not-completed', tone: 'neutral' };
  if (status === 'new' && kind === 'unknown') return { word: 'unknown', tone: 'neutral' };
  if (status === 'new' && isJustAdded) return { word: 'just-added', tone: 'info' };
  if (status === 'completed' && kind === 'payment') return { word: 'paid', tone: 'success' };
  return { word: status, tone: tones[status] };
}

const tones = {
  new: 'plain',
  'in-progress': 'info',
  returned: 'warning',
  'under-review': 'info',
  'waiting-for-others': 'neutral',
  completed: 'success',
  declined: 'neutral',
  cancelled: 'neutral',
  expired: 'neutral',
  unknown: 'neutral',
} as const satisfies Record<Interaction['status'], Tone | 'plain'>;
