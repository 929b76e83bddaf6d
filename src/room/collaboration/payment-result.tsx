import { useState } from 'react';
import { useLocation } from 'react-router';

import { Text, useText } from '#lib/i18n/text.tsx';
import { parsePaymentResult } from '#room/journey/payment-result.ts';
import { Notice } from '#ui/notice.tsx';

const tones = { paid: 'success', declined: 'warning', cancelled: 'info', failed: 'warning' } as const;

/** How the payment the customer just came back from went. It was announced on the way here. */
export const PaymentResult = () => {
  const outcome = parsePaymentResult(useLocation().state);
  const text = useText();
  const [isDismissed, setIsDismissed] = useState(false);
  if (outcome === null || isDismissed) return null;
  return (
    <Notice
      tone={tones[outcome]}
      label={text('payment.result.label')}
      onDismiss={() => {
        setIsDismissed(true);
      }}
    >
      <Text id={`payment.result.${outcome}`} />
    </Notice>
  );
};
