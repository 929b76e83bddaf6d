import { useEffect } from 'react';

import type { PaymentSummary } from '#contract/interaction.ts';
import { useFailureText } from '#lib/api/failure-text.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';
import { isFramed } from '#lib/session-client/is-framed.ts';
import { usePay } from '#lib/session-client/use-pay.ts';
import styles from '#room/collaboration/interaction-card.module.css';
import { useJourney } from '#room/journey/journey-context.tsx';
import { paymentReturnPath } from '#room/journey/paths.ts';
import { Button } from '#ui/button.tsx';
import { useAnnounce } from '#ui/live-region.tsx';

type AmountProps = { payment: PaymentSummary; canPay: boolean };

export const PaymentAmount = ({ payment: { amount, purpose }, canPay }: AmountProps) => {
  const format = useFormat();
  return (
    <div className={styles['words']}>
      <p className={styles['amount']}>{format.money(amount)}</p>
      <p>
        <bdi>{purpose}</bdi>
      </p>
      {canPay && (
        <p>
          <Text id={isFramed() ? 'payment.where-tab' : 'payment.where'} />
        </p>
      )}
    </div>
  );
};

export const PayAction = ({ payment, isMain }: { payment: PaymentSummary; isMain: boolean }) => {
  const text = useText();
  const amount = useFormat().money(payment.amount);
  const { token } = useJourney();
  const { pay, isBusy, error } = usePay(payment, paymentReturnPath(token, payment.id));
  return (
    <>
      <div className={styles['action']}>
        <Button
          variant={isMain ? 'primary' : 'secondary'}
          wide
          busy={isBusy}
          aria-label={text('payment.pay-named', { amount, title: payment.title })}
          onClick={pay}
        >
          <Text id="payment.pay" values={{ amount }} />
        </Button>
      </div>
      {error && <PayFailure error={error} />}
    </>
  );
};

const PayFailure = ({ error }: { error: Error }) => {
  const words = useFailureText()(error);
  const announce = useAnnounce();
  useEffect(() => {
    announce(words);
  }, [announce, words]);
  return <p className={styles['failure']}>{words}</p>;
};
