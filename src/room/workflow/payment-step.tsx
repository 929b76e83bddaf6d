import { type ReactNode, useEffect } from 'react';

import type { PaymentSummary } from '#contract/interaction.ts';
import { isActionable } from '#domain/auto-open-queue.ts';
import { useFailureText } from '#lib/api/failure-text.ts';
import paymentTexts from '#lib/i18n/catalogs/en/payment.json';
import { addEnglish } from '#lib/i18n/english.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';
import { isFramed } from '#lib/session-client/is-framed.ts';
import { usePay } from '#lib/session-client/use-pay.ts';
import { useJourney } from '#room/journey/journey-context.tsx';
import { paymentReturnPath } from '#room/journey/paths.ts';
import styles from '#room/workflow/payment-step.module.css';
import { Button } from '#ui/button.tsx';
import { useAnnounce } from '#ui/live-region.tsx';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';
import { Stack } from '#ui/stack.tsx';

addEnglish(paymentTexts);

type PaymentStepProps = {
  payment: PaymentSummary;
  focusKey: string;
  top: ReactNode;
  /** It was gone past, and something final came after it. */
  isOver: boolean;
  /** Absent while there is no way on but paying. */
  onContinue: (() => void) | undefined;
};

/** What is to be paid, in between the questions; and what became of it, for whoever comes back to look. */
export const PaymentStep = ({ payment, focusKey, top, isOver, onContinue }: PaymentStepProps) => {
  const amount = useFormat().money(payment.amount);
  const { token } = useJourney();
  const { pay, isBusy, error } = usePay(payment, paymentReturnPath(token, payment.id));
  const canPay = !isOver && isActionable(payment);

  return (
    <Screen
      heading={<bdi>{payment.title}</bdi>}
      focusKey={focusKey}
      notices={top}
      actions={
        <>
          {canPay && (
            <Button variant="primary" busy={isBusy} onClick={pay}>
              <Text id="payment.pay" values={{ amount }} />
            </Button>
          )}
          {onContinue && (
            <Button variant={canPay ? 'secondary' : 'primary'} onClick={onContinue}>
              <Text id="workflow.continue" />
            </Button>
          )}
        </>
      }
    >
      <Stack>
        <Outcome payment={payment} />
        <div>
          <p className={styles['amount']}>{amount}</p>
          <p className={styles['purpose']}>
            <bdi>{payment.purpose}</bdi>
          </p>
        </div>
        {canPay && (
          <p>
            <Text id={isFramed() ? 'payment.where-tab' : 'payment.where'} />
          </p>
        )}
        {error && <PayFailure error={error} />}
      </Stack>
    </Screen>
  );
};

const tones = { paid: 'success', declined: 'warning', cancelled: 'info', failed: 'warning' } as const;

/** How it went, as far as it did: announced on the way here. */
const Outcome = ({ payment: { status, lastAttempt } }: Pick<PaymentStepProps, 'payment'>) => {
  const text = useText();
  const outcome = status === 'completed' ? 'paid' : lastAttempt;
  if (outcome === null) return false;
  return (
    <Notice tone={tones[outcome]} label={text('payment.result.label')}>
      <Text id={outcome === 'paid' ? 'payment.result.paid' : `payment.last.${outcome}`} />
    </Notice>
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
