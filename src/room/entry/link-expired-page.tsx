import { useEffect, useState } from 'react';
import { useMutation } from '@tanstack/react-query';

import { requestNewLink } from '#contract/endpoints/entry.ts';
import type { Branding, NewLinkOffer } from '#contract/entry.ts';
import { createKey } from '#lib/api/call-endpoint.ts';
import { useFailureText } from '#lib/api/failure-text.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useSessionClient } from '#lib/session-client/session-client.tsx';
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
  const request = useRequestNewLink();
  const { channel, maskedAddress: address, coolDown } = request.data ?? newLink;
  const secondsLeft = useCountdown(coolDown, request.submittedAt);

  return (
    <BlockedPage
      {...page}
      lead={text('gate.link-expired.text')}
      actions={
        <Button
          variant="primary"
          busy={request.isPending}
          disabled={secondsLeft > 0}
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
      {secondsLeft > 0 && <p>{text('gate.link-expired.again-in', { seconds: secondsLeft })}</p>}
    </BlockedPage>
  );
};

function useRequestNewLink() {
  const client = useSessionClient();
  return useMutation({
    mutationFn: () => client.call(requestNewLink, null, { key: createKey() }),
    networkMode: 'always',
  });
}

/** Seconds left of `seconds`, counted anew whenever `from` changes. */
function useCountdown(seconds: number, from: number): number {
  const [started, setStarted] = useState({ seconds, from, at: Date.now() });
  const [now, setNow] = useState(() => Date.now());
  if (started.seconds !== seconds || started.from !== from) {
    setStarted({ seconds, from, at: Date.now() });
    setNow(Date.now());
  }
  const left = Math.max(0, Math.ceil(started.seconds - (now - started.at) / 1_000));
  const isRunning = left > 0;

  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => {
      setNow(Date.now());
    }, 1_000);
    return () => {
      clearInterval(timer);
    };
  }, [isRunning]);
  return left;
}
