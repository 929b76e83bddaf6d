import { Text, useText } from '#lib/i18n/text.tsx';
import type { CardProps } from '#room/collaboration/interaction-card.tsx';
import styles from '#room/collaboration/interaction-card.module.css';
import { PayAction } from '#room/collaboration/payment-card.tsx';
import { Button } from '#ui/button.tsx';

const verbs = { new: 'start', 'in-progress': 'continue', returned: 'fix' } as const;

/** The one thing to do about it. Only for what can be acted on. */
export const CardAction = ({ interaction, isMain, onOpen }: CardProps) => {
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
