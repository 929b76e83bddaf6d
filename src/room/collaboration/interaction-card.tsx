import { useId } from 'react';

import { isActionable } from '#domain/auto-open-queue.ts';
import { Text } from '#lib/i18n/text.tsx';
import { CardAction, type CardActionProps } from '#room/collaboration/card-action.tsx';
import { CardWords } from '#room/collaboration/card-words.tsx';
import { FileList } from '#room/collaboration/file-list.tsx';
import styles from '#room/collaboration/interaction-card.module.css';
import { KindIcon } from '#room/collaboration/kind-icon.tsx';
import { PaymentAmount } from '#room/collaboration/payment-card.tsx';
import { StatusBadge } from '#room/collaboration/status-badge.tsx';

type CardProps = CardActionProps & {
  isJustAdded: boolean;
  /** The visit has ended: nothing can be completed any more. */
  isReadOnly: boolean;
};

/** One thing that was asked for: what it is, how it stands, and the one thing to do about it or why there is none. */
export const InteractionCard = (props: CardProps) => {
  const { interaction, isReadOnly, isJustAdded } = props;
  const { kind, title, status, files } = interaction;
  const canAct = isActionable(interaction) && !isReadOnly;
  const isLeft = isReadOnly && isActionable(interaction);
  const titleId = useId();
  return (
    <li className={styles['card']} data-open={canAct || undefined} data-status={status} aria-labelledby={titleId}>
      <KindIcon kind={kind} />
      <div className={styles['head']}>
        <p className={styles['kind']}>
          <Text id={`room.kind.${kind}`} />{' '}
          <StatusBadge interaction={interaction} isJustAdded={isJustAdded} isLeft={isLeft} />
        </p>
        <h3 id={titleId} className={styles['title']}>
          <bdi>{title}</bdi>
        </h3>
      </div>
      <div className={styles['body']}>
        {interaction.kind === 'payment' && status !== 'completed' && (
          <PaymentAmount payment={interaction} canPay={canAct} />
        )}
        <CardWords interaction={interaction} isLeft={isLeft} />
        {files.length > 0 && <FileList files={files} title={title} />}
      </div>
      {canAct && <CardAction {...props} />}
    </li>
  );
};
