import Copy from 'lucide-react/icons/copy';
import ExternalLink from 'lucide-react/icons/external-link';
import { useState } from 'react';

import type { ListedMessage } from '#contract/outbox.ts';
import { resolveScope } from '#domain/rights.ts';
import { useConsole } from '#console/client/console-client.tsx';
import styles from '#console/outbox/outbox.module.css';
import rows from '#console/shared/rows.module.css';
import { Text } from '#lib/i18n/text.tsx';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';

/** Where the customer's link stands in the message: the link itself, or why it is not shown. */
export const MessageLink = ({ message }: { message: ListedMessage }) => {
  const { me } = useConsole();
  if (message.url !== null) return <LinkActions url={message.url} />;
  const isHidden = resolveScope(me, 'see-links') === null && message.state !== 'sent';
  return (
    <p className={rows['muted']}>
      <Text id={isHidden ? 'console-outbox.link-hidden' : 'console-outbox.link-gone'} />
    </p>
  );
};

const LinkActions = ({ url }: { url: string }) => {
  const [copied, setCopied] = useState<'copied' | 'not-copied' | null>(null);
  // Note: without TLS there is no clipboard.
  const copy = () =>
    'clipboard' in navigator
      ? navigator.clipboard.writeText(url).then(
          () => setCopied('copied'),
          () => setCopied('not-copied'),
        )
      : setCopied('not-copied');
  return (
    <div className={styles['link']}>
      <p className={styles['buttons']}>
        <ButtonLink href={url} target="_blank" rel="noreferrer" iconEnd={<Icon icon={ExternalLink} />}>
          <Text id="console-outbox.link-open" />
        </ButtonLink>
        <Button icon={<Icon icon={Copy} />} onClick={() => void copy()}>
          <Text id="console-outbox.link-copy" />
        </Button>
      </p>
      <p role="status" className={rows['muted']}>
        <Text id={copied === null ? 'console-outbox.link-warning' : `console-outbox.link-${copied}`} />
      </p>
    </div>
  );
};
