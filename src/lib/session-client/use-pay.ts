/** Leaves for the payment provider's page. The answer to "how did it go" is asked for on coming back, never taken from here. */
import { useEffect } from 'react';
import { useMutation } from '@tanstack/react-query';

import { startCheckout } from '#contract/endpoints/payment.ts';
import type { PaymentSummary } from '#contract/interaction.ts';
import { ApiError, isUncertain } from '#lib/api/failures.ts';
import { useRefreshSession } from '#lib/session-client/refresh-session.ts';
import { useSessionClient } from '#lib/session-client/session-client.tsx';

/** `returnPath`: where on this site the provider sends the customer back to. */
export function usePay({ id, revision }: Pick<PaymentSummary, 'id' | 'revision'>, returnPath: string) {
  const client = useSessionClient();
  const refreshSession = useRefreshSession();
  const { mutate, reset, isPending, isSuccess, error } = useMutation({
    mutationFn: () =>
      client.call(
        startCheckout,
        { revision, returnUrl: new URL(returnPath, location.origin).href },
        { params: { interactionId: id } },
      ),
    retry: (failures, cause) => failures < 2 && isUncertain(cause),
    networkMode: 'always',
    onSuccess: ({ url }) => {
      location.assign(url);
    },
    onError: (cause) => {
      // Note: paid, withdrawn or changed meanwhile: the card shall say what is true now.
      if (cause instanceof ApiError && cause.problem.status < 500) refreshSession().catch(() => undefined);
    },
  });

  useEffect(() => {
    const onPageShow = ({ persisted }: PageTransitionEvent) => {
      // Note: coming Back from the provider may bring this very page back, still busy.
      if (persisted) reset();
    };
    addEventListener('pageshow', onPageShow);
    return () => {
      removeEventListener('pageshow', onPageShow);
    };
  }, [reset]);

  return {
    pay: () => {
      mutate();
    },
    /** Stays so while the browser is leaving. */
    isBusy: isPending || isSuccess,
    error,
  };
}
