import TriangleAlert from 'lucide-react/icons/triangle-alert';

import type { Interaction } from '#contract/interaction.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';
import { HandedOverWords, HeldWords } from '#room/collaboration/held-words.tsx';
import styles from '#room/collaboration/interaction-card.module.css';
import { useAsker } from '#room/collaboration/use-asker.ts';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';

type Props = { interaction: Interaction; isLeft: boolean };

/** How it stands, in a sentence: when it was done, why it came back, why nothing can be done about it. */
export const CardWords = ({ interaction, isLeft }: Props) => {
  if (isLeft) return <Words id="room.why.not-completed" />;
  const { kind, status, heldBy, handedOverBy } = interaction;
  if (heldBy) return <HeldWords interaction={interaction} held={heldBy} />;
  if (status === 'unknown' || (kind === 'unknown' && status !== 'completed')) return <UnknownWords />;
  switch (status) {
    case 'new':
    case 'in-progress':
      if (handedOverBy) return <HandedOverWords by={handedOverBy} />;
      return interaction.kind === 'payment' ? <LastAttempt payment={interaction} /> : null;
    case 'returned':
      return <ReturnedWords interaction={interaction} />;
    case 'under-review':
      return <DatedWords interaction={interaction} id="room.why.under-review" />;
    case 'waiting-for-others':
    case 'expired':
      return <Words id={`room.why.${status}`} />;
    case 'cancelled':
      return <CancelledWords interaction={interaction} />;
    case 'declined':
      return <DatedWords interaction={interaction} id="room.why.declined" />;
    case 'completed':
      return <DoneWords interaction={interaction} />;
  }
};

type Of<Name extends string> = { [Key in Name]: Interaction };

const Words = ({ id }: { id: 'room.why.not-completed' | 'room.why.waiting-for-others' | 'room.why.expired' }) => (
  <p className={styles['words']}>
    <Text id={id} />
  </p>
);

const UnknownWords = () => (
  <>
    <p className={styles['words']}>
      <Text id="room.why.unknown" />
    </p>
    <div>
      <Button
        onClick={() => {
          location.reload();
        }}
      >
        <Text id="room.action.reload" />
      </Button>
    </div>
  </>
);

const LastAttempt = ({ payment }: { payment: Extract<Interaction, { kind: 'payment' }> }) =>
  payment.lastAttempt && (
    <p className={styles['warning']}>
      <Icon icon={TriangleAlert} size={16} />
      <span>
        <Text id={`payment.last.${payment.lastAttempt}`} />
      </span>
    </p>
  );

const ReturnedWords = ({ interaction: { reason } }: Of<'interaction'>) => {
  const asker = useAsker();
  return (
    <div className={styles['warning']}>
      <Icon icon={TriangleAlert} size={16} />
      <div>
        <p className={styles['strong']}>
          <Text id="room.why.returned" />
        </p>
        {reason ? (
          <p className={styles['quote']}>
            <bdi>{reason}</bdi>
          </p>
        ) : (
          asker && (
            <p>
              <Text id="room.why.returned-plain" values={{ asker }} />
            </p>
          )
        )}
      </div>
    </div>
  );
};

const CancelledWords = ({ interaction: { reason } }: Of<'interaction'>) => (
  <p className={styles['words']}>
    {reason ? <Text id="room.why.cancelled-reason" values={{ reason }} /> : <Text id="room.why.cancelled" />}
  </p>
);

const DatedWords = ({
  interaction: { closedAt },
  id,
}: Of<'interaction'> & { id: 'room.why.under-review' | 'room.why.declined' }) => {
  const format = useFormat();
  if (closedAt === null)
    return id === 'room.why.under-review' ? (
      <p className={styles['words']}>
        <Text id="room.why.under-review-plain" />
      </p>
    ) : null;
  return (
    <p className={styles['words']}>
      <Text id={id} values={{ date: format.dateTime(closedAt) }} />
    </p>
  );
};

const DoneWords = ({ interaction }: Of<'interaction'>) => {
  const text = useText();
  const format = useFormat();
  if (interaction.closedAt === null) return null;
  const date = format.dateTime(interaction.closedAt);
  switch (interaction.kind) {
    case 'payment':
      return (
        <p className={styles['words']}>
          {text('room.done.payment', { amount: format.money(interaction.amount), date })}
        </p>
      );
    case 'unknown':
      return <p className={styles['words']}>{text('room.done.other', { date })}</p>;
    case 'esign':
    case 'document-request':
    case 'workflow':
      return <p className={styles['words']}>{text(`room.done.${interaction.kind}`, { date })}</p>;
  }
};
