import { useEffect, useState } from 'react';

import type { Policy } from '#contract/policy.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { acknowledge, hasAcknowledged } from '#room/entry/acknowledge-notice.ts';
import { toNoticeName } from '#room/entry/acknowledged-notices.ts';
import { Button } from '#ui/button.tsx';
import { useAnnounce } from '#ui/live-region.tsx';
import { Notice } from '#ui/notice.tsx';

/** Shown until this browser acknowledged this text; over whatever screen comes first, in its flow. */
export const CookieDisclaimer = ({ policy }: { policy: Policy['cookieDisclaimer'] }) => {
  const notice = toNoticeName(policy);
  const [isOpen, setIsOpen] = useState(() => policy.value && !hasAcknowledged(notice));
  return isOpen ? (
    <OpenDisclaimer
      text={policy.text}
      onAcknowledge={() => {
        acknowledge(notice);
        setIsOpen(false);
      }}
    />
  ) : null;
};

const OpenDisclaimer = ({ text: own, onAcknowledge }: { text: string | null; onAcknowledge: () => void }) => {
  const text = useText();
  const announce = useAnnounce();
  const words = own ?? text('notices.cookies.text');

  useEffect(() => {
    announce(words);
  }, [announce, words]);

  return (
    <Notice
      tone="info"
      label={text('notices.cookies.label')}
      actions={
        <Button onClick={onAcknowledge}>
          <Text id="notices.cookies.acknowledge" />
        </Button>
      }
    >
      {own === null ? words : <bdi>{own}</bdi>}
    </Notice>
  );
};
