import { useEffect, useState } from 'react';
import { useMutation } from '@tanstack/react-query';

import { requestNewLink } from '#contract/endpoints/entry.ts';
import type { Branding, NewLinkOffer } from '#contract/entry.ts';
import { useFailureText } from '#lib/api/failure-text.ts';
import { ApiError, isUncertain } from '#lib/api/failures.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useSessionClient } from '#lib/session-client/session-client.tsx';
import { useIntent } from '#lib/session-client/use-intent.ts';
import { BlockedPage } from '#room/entry/blocked-page.tsx';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';

type Props = { branding: Branding; newLink: NewLinkOffer | null };

/** Expired, and renewable where a channel may be used: the remedy is one press away. */
export const LinkExpiredPage = ({ branding, newLink }: Props) => {
  const text = useText();
  const company = branding.companyName ?? text('entry.company-fallback');
  const page = { code: 'link-expired', title: text('gate.link-expired.title'), branding };
  if (newLink) return <RenewablePage {...page} newLink={newLink} />;
  return <BlockedPage {...page} lead={text('gate.link-expired.no-channel', { company })} />;
};

type RenewableProps = { code: string; title: string; branding: Branding; newLink: NewLinkOffer };

const RenewablePage = ({ newLink, ...page }: RenewableProps) => {
  const text = useText();
  const failureText = useFailureText();
  const coolDown = useCoolDown(newLink.coolDown);
  const request = useRequestNewLink(coolDown.start);
  const { channel, maskedAddress: address } = request.data ?? newLink;

  return (
    <BlockedPage
      {...page}
      lead={text('gate.link-expired.text')}
      actions={
        <Button
          variant="primary"
          busy={request.isPending}
          disabled={coolDown.secondsLeft > 0}
          onClick={() => {
            request.mutate();
          }}
        >
          <Text id="gate.link-expired.send" />
        </Button>
      }
    >
      {request.isSuccess ? (
        <Notice tone="success" live label={text('gate.link-expired.sent.label')}>
          {text(`gate.link-expired.sent.${channel}`, { address })}
        </Notice>
      ) : (
        <p>{text(`gate.link-expired.offer.${channel}`, { address })}</p>
      )}
      {request.isError && (
        <Notice tone="danger" live label={text('gate.link-expired.failed.label')}>
          {failureText(request.error)}
        </Notice>
      )}
      {coolDown.secondsLeft > 0 && <p>{text('gate.link-expired.again-in', { seconds: coolDown.secondsLeft })}</p>}
    </BlockedPage>
  );
};

function useRequestNewLink(onCoolDown: (seconds: number) => void) {
  const client = useSessionClient();
  const intent = useIntent();
  return useMutation({
    mutationFn: () => client.call(requestNewLink, null, { key: intent.keyFor('new-link') }),
    retry: (failures, error) => failures < 1 && isUncertain(error),
    networkMode: 'always',
    onSuccess: ({ coolDown }) => {
      intent.forget();
      onCoolDown(coolDown);
    },
    onError: (error) => {
      if (error instanceof ApiError) onCoolDown(error.problem.retryAfter ?? 0);
    },
  });
}

/** Counts down from `seconds`, and again from whatever `start` is given. */
function useCoolDown(seconds: number): { secondsLeft: number; start: (seconds: number) => void } {
  const [now, setNow] = useState(() => Date.now());
  const [end, setEnd] = useState(() => Date.now() + seconds * 1_000);
  const secondsLeft = Math.max(0, Math.ceil((end - now) / 1_000));
  const isRunning = secondsLeft > 0;

  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => {
      setNow(Date.now());
    }, 1_000);
    return () => {
      clearInterval(timer);
    };
  }, [isRunning]);

  return {
    secondsLeft,
    start: (from) => {
      setNow(Date.now());
      setEnd(Date.now() + from * 1_000);
    },
  };
}
