import type { ListedMessage } from '#contract/outbox.ts';
import { Text } from '#lib/i18n/text.tsx';
import { Badge, type Tone } from '#ui/badge.tsx';

/** How far it got, as people say it: what is being sent waits no more. */
export const toSaidState = ({ state, isUnderWay }: ListedMessage) => (isUnderWay ? 'under-way' : state);

const tones: Readonly<Record<ReturnType<typeof toSaidState>, Tone>> = {
  waiting: 'info',
  'under-way': 'info',
  sent: 'success',
  kept: 'warning',
  dead: 'danger',
  cancelled: 'neutral',
};

export const MessageState = ({ message }: { message: ListedMessage }) => {
  const state = toSaidState(message);
  return (
    <Badge tone={tones[state]}>
      <Text id={`console-outbox.state-${state}`} />
    </Badge>
  );
};
