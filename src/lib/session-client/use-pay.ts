/** Leaves for the payment provider's page; in a frame, where providers may not be shown, in a tab of its own. The answer to "how did it go" is asked for on coming back, never taken from here. */
import { useEffect } from 'react';
import { useMutation } from '@tanstack/react-query';

import { startCheckout } from '#contract/endpoints/payment.ts';
import type { PaymentSummary } from '#contract/interaction.ts';
import { ApiError, isUncertain } from '#lib/api/failures.ts';
import { isFramed } from '#lib/session-client/is-framed.ts';
import { useRefreshSession } from '#lib/session-client/refresh-session.ts';
import { useSessionClient } from '#lib/session-client/session-client.tsx';

/** `returnPath`: where on this site the provider sends the customer back to. */
export function usePay({ id, revision }: Pick<PaymentSummary, 'id' | 'revision'>, returnPath: string) {
  const client = useSessionClient();
  const refreshSession = useRefreshSession();
  const { mutate, reset, isPending, data, error } = useMutation({
    mutationFn: async (tab: Window | null) => {
      const input = { revision, returnUrl: new URL(returnPath, location.origin).href };
      const { url } = await client.call(startCheckout, input, { params: { interactionId: id } });
      return { url, tab };
    },
    retry: (failures, cause) => failures < 2 && isUncertain(cause),
    networkMode: 'always',
    onSuccess: ({ url, tab }) => {
      if (tab) tab.location.replace(url);
      else location.assign(url);
    },
    onError: (cause, tab) => {
      tab?.close();
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
      mutate(isFramed() ? openTab() : null);
    },
    /** Stays so while the browser is leaving this page. */
    isBusy: isPending || data?.tab === null,
    error,
  };
}

/** Opened at once, because browsers let a page open a tab only while it handles a press; null where they do not, or the page around forbids it. */
function openTab(): Window | null {
  const tab = open('about:blank', '_blank');
  if (tab) tab.opener = null;
  return tab;
}
