import { useQuery } from '@tanstack/react-query';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { Link } from 'react-router';

import { addWebhook } from '#contract/endpoints/api-access.ts';
import { type Webhook, webhookEventKinds } from '#contract/webhook.ts';
import { webhooksQuery } from '#console/api-access/api-access-queries.ts';
import styles from '#console/api-access/api-access.module.css';
import { SecretDialog } from '#console/shared/secret-dialog.tsx';
import { WebhookDialog } from '#console/api-access/webhook-dialog.tsx';
import { useConsole } from '#console/client/console-client.tsx';
import { QueryView } from '#console/layout/query-view.tsx';
import rows from '#console/shared/rows.module.css';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useIntent } from '#lib/session-client/use-intent.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Icon } from '#ui/icon.tsx';

type Open = { kind: 'add' } | { kind: 'added'; secret: string } | null;

export const WebhooksSection = () => {
  const text = useText();
  const client = useConsole();
  const webhooks = useQuery(webhooksQuery(client));
  const intent = useIntent();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  return (
    <section className={rows['section']} aria-label={text('console-api-access.webhooks')}>
      <div className={rows['head']}>
        <h2>
          <Text id="console-api-access.webhooks" />
        </h2>
        <Button icon={<Icon icon={Plus} />} onClick={() => setOpen({ kind: 'add' })}>
          <Text id="console-api-access.webhook-add" />
        </Button>
      </div>
      <QueryView query={webhooks}>{(known) => <WebhookList webhooks={known} />}</QueryView>
      {open?.kind === 'add' && (
        <WebhookDialog
          title={text('console-api-access.webhook-add-title')}
          action={text('console-api-access.webhook-add')}
          initial={{ url: '', events: [...webhookEventKinds] }}
          save={async (input) => {
            const { secret } = await client.ask(addWebhook, input, { key: intent.keyFor(input) });
            intent.forget();
            setOpen({ kind: 'added', secret });
          }}
          onClose={close}
        />
      )}
      {open?.kind === 'added' && (
        <SecretDialog
          title={text('console-api-access.webhook-secret-title')}
          label={text('console-api-access.secret-webhook')}
          secret={open.secret}
          onClose={close}
        />
      )}
    </section>
  );
};

const WebhookList = ({ webhooks }: { webhooks: readonly Webhook[] }) => {
  if (webhooks.length === 0)
    return (
      <Card>
        <p>
          <Text id="console-api-access.webhooks-empty" />
        </p>
      </Card>
    );
  return (
    <Card padding="flush">
      <ul className={rows['rows']}>
        {webhooks.map(({ id, url, events }) => (
          <li key={id} className={rows['row']}>
            <div className={rows['who']}>
              <Link className={styles['link']} to={`/api-access/webhooks/${id}`}>
                {url}
              </Link>
              <p className={rows['muted']}>
                <Text id="console-api-access.webhook-count" values={{ count: events.length }} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
};
