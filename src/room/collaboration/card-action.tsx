import type { InteractionId } from '#contract/ids.ts';
import type { Interaction } from '#contract/interaction.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import styles from '#room/collaboration/interaction-card.module.css';
import { PayAction } from '#room/collaboration/payment-card.tsx';
import { Button } from '#ui/button.tsx';

const verbs = { new: 'start', 'in-progress': 'continue', returned: 'fix' } as const;

export type CardActionProps = {
  interaction: Interaction;
  /** The first thing to do: its action stands out. */
  isMain: boolean;
  onOpen: (id: InteractionId) => void;
};

/** The one thing to do about it. Only for what can be acted on. */
export const CardAction = ({ interaction, isMain, onOpen }: CardActionProps) => {
  const text = useText();
  if (interaction.kind === 'payment') return <PayAction payment={interaction} isMain={isMain} />;
  const { id, status, title } = interaction;
  const verb = status === 'in-progress' || status === 'returned' ? verbs[status] : verbs.new;
  return (
    <div className={styles['action']}>
      <Button
        variant={isMain ? 'primary' : 'secondary'}
        wide
        aria-label={text(`room.action.${verb}-named`, { title })}
        onClick={() => {
          onOpen(id);
        }}
      >
        <Text id={`room.action.${verb}`} />
      </Button>
    </div>
  );
};
