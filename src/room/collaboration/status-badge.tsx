import type { Interaction } from '#contract/interaction.ts';
import { Text } from '#lib/i18n/text.tsx';
import { Badge, type Tone } from '#ui/badge.tsx';

const tones = {
  new: 'neutral',
  'in-progress': 'info',
  returned: 'warning',
  'under-review': 'info',
  'waiting-for-others': 'neutral',
  completed: 'success',
  declined: 'neutral',
  cancelled: 'neutral',
  expired: 'neutral',
  unknown: 'neutral',
} as const satisfies Record<Interaction['status'], Tone>;

type Props = {
  interaction: Pick<Interaction, 'kind' | 'status'>;
  /** Added since the customer entered. */
  isJustAdded: boolean;
  /** The visit ended before it was done. */
  isLeft: boolean;
};

export const StatusBadge = ({ interaction: { kind, status }, isJustAdded, isLeft }: Props) => {
  if (isLeft)
    return (
      <Badge>
        <Text id="room.status.not-completed" />
      </Badge>
    );
  if (kind === 'unknown' && status === 'new')
    return (
      <Badge>
        <Text id="room.status.unknown" />
      </Badge>
    );
  if (isJustAdded && status === 'new')
    return (
      <Badge tone="info">
        <Text id="room.status.just-added" />
      </Badge>
    );
  return (
    <Badge tone={tones[status]}>
      <Text id={`room.status.${status}`} />
    </Badge>
  );
};
