import { useMutation } from '@tanstack/react-query';

import { takeBack } from '#contract/endpoints/hand-over.ts';
import type { Interaction } from '#contract/interaction.ts';
import { useFailureText } from '#lib/api/failure-text.ts';
import { Text } from '#lib/i18n/text.tsx';
import { useSessionClient } from '#lib/session-client/session-client.tsx';
import { useApplySession } from '#lib/session-client/session-data.ts';
import { useIntent } from '#lib/session-client/use-intent.ts';
import styles from '#room/collaboration/interaction-card.module.css';
import { Button } from '#ui/button.tsx';

type Held = NonNullable<Interaction['heldBy']>;

/** What somebody else has to do: how far they are, and the way to take it back. */
export const HeldWords = ({ interaction, held: { name, canTakeBack } }: { interaction: Interaction; held: Held }) => {
  const { status } = interaction;
  const how = status === 'completed' || status === 'declined' || status === 'cancelled' ? status : 'waiting';
  return (
    <>
      <p className={styles['words']}>
        <Text id={`room.held.${how}`} values={{ name }} />
      </p>
      {canTakeBack && <TakeBack interaction={interaction} />}
    </>
  );
};

const TakeBack = ({ interaction: { id, revision } }: { interaction: Interaction }) => {
  const client = useSessionClient();
  const applySession = useApplySession();
  const intent = useIntent();
  const failureText = useFailureText();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (seen: { revision: number }) =>
      client.call(takeBack, seen, { params: { interactionId: id }, key: intent.keyFor(seen) }),
    retry: false,
    networkMode: 'always',
    onSuccess: applySession,
  });
  return (
    <div>
      <Button busy={isPending} onClick={() => mutate({ revision })}>
        <Text id="room.held.take-back" />
      </Button>
      {error && (
        <p className={styles['failure']} role="alert">
          {failureText(error)}
        </p>
      )}
    </div>
  );
};

/** Who said that this is the customer's to do, and what they wrote. */
export const HandedOverWords = ({ by: { name, note } }: { by: NonNullable<Interaction['handedOverBy']> }) => (
  <div className={styles['words']}>
    <p>
      <Text id="room.held.by" values={{ name }} />
    </p>
    {note !== '' && (
      <p className={styles['quote']}>
        <bdi>{note}</bdi>
      </p>
    )}
  </div>
);
