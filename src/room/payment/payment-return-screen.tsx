import { useEffect } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from 'react-router';

import { settlePayment } from '#contract/endpoints/payment.ts';
import type { InteractionId } from '#contract/ids.ts';
import { isActionable } from '#domain/auto-open-queue.ts';
import { useFailureText } from '#lib/api/failure-text.ts';
import { failureCode, isRetryable } from '#lib/api/failures.ts';
import paymentTexts from '#lib/i18n/catalogs/en/payment.json';
import { addEnglish } from '#lib/i18n/english.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useSessionClient } from '#lib/session-client/session-client.tsx';
import { useApplySession, useSession } from '#lib/session-client/session-data.ts';
import { useJourney } from '#room/journey/journey-context.tsx';
import { interactionPath, parsePaidId, roomPath } from '#room/journey/paths.ts';
import type { PaymentResultState } from '#room/journey/payment-result.ts';
import { Button } from '#ui/button.tsx';
import { useAnnounce } from '#ui/live-region.tsx';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';
import { Spinner } from '#ui/spinner.tsx';
import styles from '#room/payment/payment-return-screen.module.css';

addEnglish(paymentTexts);

/** Back from the payment provider: asks how it went, however long that takes, and goes on with the result: into the room, or to the step that it is. */
export const PaymentReturnScreen = () => {
  const id = parsePaidId(useLocation().pathname);
  const goOn = useGoOn(id);
  useEffect(() => {
    if (id === null) goOn(null);
  }, [id, goOn]);
  return id && <Settling id={id} onDone={goOn} />;
};

type Result = PaymentResultState['paymentResult'] | null;

/** Replaces this page: Back shall never lead here again, and further back lies the provider. */
function useGoOn(id: InteractionId | null): (result: Result) => void {
  const navigate = useNavigate();
  const { token, visit } = useJourney();
  const { interactions, parts } = useSession();
  const part = parts?.find(({ task }) => task.id === id);
  const isWorkflowOpen = interactions.some((one) => one.id === part?.workflow && isActionable(one));
  return (result) => {
    const state = result && { paymentResult: result };
    if (!part || !isWorkflowOpen) {
      visit.getState().stayInRoom();
      void navigate(roomPath(token), { replace: true, state });
      return;
    }
    // Note: the room lies beneath whatever is open.
    void navigate(roomPath(token), { replace: true });
    void navigate(`${interactionPath(token, part.workflow)}/${part.step}`, { state });
  };
}

const firstPause = 1_000;
const longestPause = 15_000;

function useSettlement(id: InteractionId) {
  const client = useSessionClient();
  return useQuery({
    queryKey: ['settle', id],
    queryFn: ({ signal }) => client.call(settlePayment, null, { params: { interactionId: id }, signal }),
    gcTime: 0,
    retry: (failures, error) => failures < 4 && isRetryable(error),
    refetchInterval: ({ state: { data, dataUpdateCount } }) =>
      data?.outcome === 'pending' && Math.min(longestPause, firstPause * 2 ** (dataUpdateCount - 1)),
  });
}

const Settling = ({ id, onDone }: { id: InteractionId; onDone: (result: Result) => void }) => {
  const { data, error, isFetching, refetch } = useSettlement(id);
  const apply = useApplySession();
  const announce = useAnnounce();
  const text = useText();
  const isGone = failureCode(error) === 'not-found';

  useEffect(() => {
    if (isGone) onDone(null);
    if (!data || data.outcome === 'pending') return;
    apply(data.session);
    announce(text(`payment.result.${data.outcome}`));
    onDone(data.outcome);
  }, [data, isGone, apply, announce, text, onDone]);

  const again = () => {
    void refetch();
  };
  const leave = () => {
    onDone(null);
  };
  if (error && !isFetching && !isGone) return <SettlingFailed error={error} onAgain={again} onLeave={leave} />;
  return <Checking isPending={data?.outcome === 'pending'} onAgain={again} onLeave={leave} />;
};

type Ways = { onAgain: () => void; onLeave: () => void };

const Checking = ({ isPending, onAgain, onLeave }: Ways & { isPending: boolean }) => (
  <Screen
    heading={<Text id="payment.return.title" />}
    focusKey="payment-return"
    lead={<Text id={isPending ? 'payment.return.pending' : 'payment.return.text'} />}
    actions={isPending ? <WaysOn onAgain={onAgain} onLeave={onLeave} /> : undefined}
  >
    <p className={styles['waiting']}>
      <Spinner />
    </p>
  </Screen>
);

const SettlingFailed = ({ error, onAgain, onLeave }: Ways & { error: Error }) => {
  const reason = useFailureText()(error);
  const text = useText();
  return (
    <Screen
      heading={<Text id="payment.return.failed-title" />}
      focusKey="payment-return-failed"
      actions={<WaysOn onAgain={onAgain} onLeave={onLeave} />}
    >
      <Notice tone="warning" label={text('payment.result.label')} live>
        <Text id="payment.return.failed-text" values={{ reason }} />
      </Notice>
    </Screen>
  );
};

const WaysOn = ({ onAgain, onLeave }: Ways) => (
  <>
    <Button variant="primary" onClick={onAgain}>
      <Text id="payment.return.again" />
    </Button>
    <Button variant="quiet" onClick={onLeave}>
      <Text id="payment.return.overview" />
    </Button>
  </>
);
