import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';

import { changeWebhook, pingWebhook, removeWebhook } from '#contract/endpoints/api-access.ts';
import type { Webhook } from '#contract/webhook.ts';
import { webhooksQuery } from '#console/api-access/api-access-queries.ts';
import styles from '#console/api-access/api-access.module.css';
import { ConfirmDialog } from '#console/shared/confirm-dialog.tsx';
import { DeliveryList } from '#console/api-access/delivery-list.tsx';
import { WebhookDialog } from '#console/api-access/webhook-dialog.tsx';
import { useConsole } from '#console/client/console-client.tsx';
import { useFailureWords } from '#console/client/failure-text.ts';
import { ConsolePage } from '#console/layout/console-page.tsx';
import { QueryView } from '#console/layout/query-view.tsx';
import rows from '#console/shared/rows.module.css';
import { Text, useText } from '#lib/i18n/text.tsx';
import { Button } from '#ui/button.tsx';
import { useAnnounce } from '#ui/live-region.tsx';
import { Notice } from '#ui/notice.tsx';

/** One webhook: what it is told, whether it arrives, and what was sent. */
export const WebhookPage = () => {
  const { webhookId } = useParams();
  const webhooks = useQuery(webhooksQuery(useConsole()));
  return (
    <QueryView query={webhooks}>
      {(known) => {
        const webhook = known.find(({ id }) => id === webhookId);
        return webhook ? <OneWebhook webhook={webhook} /> : <NoWebhook />;
      }}
    </QueryView>
  );
};

const BackLink = () => (
  <Link className={styles['link']} to="/api-access">
    <Text id="console-api-access.back" />
  </Link>
);

const NoWebhook = () => {
  const text = useText();
  return (
    <ConsolePage title={text('console-api-access.webhook-title')} focusKey="no-webhook">
      <p>
        <Text id="console-api-access.webhook-gone" />
      </p>
      <p>
        <BackLink />
      </p>
    </ConsolePage>
  );
};

const OneWebhook = ({ webhook }: { webhook: Webhook }) => {
  const text = useText();
  const words = useFailureWords();
  const announce = useAnnounce();
  const { tell } = useConsole();
  const cache = useQueryClient();
  const [open, setOpen] = useState<'change' | 'remove' | null>(null);
  const params = { webhookId: webhook.id };
  const ping = useMutation({
    mutationFn: () => tell(pingWebhook, null, { params }),
    onSuccess: () => {
      announce(text('console-api-access.webhook-pinged'));
      return cache.invalidateQueries({ queryKey: ['api-access', 'deliveries'] });
    },
  });
  return (
    <ConsolePage
      title={text('console-api-access.webhook-title')}
      focusKey={`webhook-${webhook.id}`}
      lead={
        <span className={styles['lead']}>
          <BackLink />
          <span className={styles['address']}>{webhook.url}</span>
        </span>
      }
      actions={
        <>
          <Button variant="primary" busy={ping.isPending} onClick={() => ping.mutate()}>
            <Text id="console-api-access.webhook-ping" />
          </Button>
          <Button onClick={() => setOpen('change')}>
            <Text id="console-api-access.webhook-change" />
          </Button>
          <Button onClick={() => setOpen('remove')}>
            <Text id="console-api-access.webhook-remove" />
          </Button>
        </>
      }
    >
      {ping.error && (
        <Notice tone="danger" label={text('console.not-saved')} live>
          {words(ping.error)}
        </Notice>
      )}
      <section className={rows['section']} aria-label={text('console-api-access.webhook-events')}>
        <h2>
          <Text id="console-api-access.webhook-events" />
        </h2>
        <p>{webhook.events.map((kind) => text(`console-api-access.event-${kind}`)).join(' · ')}</p>
      </section>
      <DeliveryList webhookId={webhook.id} />
      {open === 'change' && <ChangeDialog webhook={webhook} onClose={() => setOpen(null)} />}
      {open === 'remove' && <RemoveDialog webhook={webhook} onClose={() => setOpen(null)} />}
    </ConsolePage>
  );
};

type OneDialogProps = { webhook: Webhook; onClose: () => void };

const ChangeDialog = ({ webhook, onClose }: OneDialogProps) => {
  const text = useText();
  const announce = useAnnounce();
  const { ask } = useConsole();
  return (
    <WebhookDialog
      title={text('console-api-access.webhook-change-title')}
      action={text('console-api-access.webhook-save')}
      initial={webhook}
      save={async (input) => {
        await ask(changeWebhook, input, { params: { webhookId: webhook.id } });
        announce(text('console-api-access.webhook-saved'));
        onClose();
      }}
      onClose={onClose}
    />
  );
};

const RemoveDialog = ({ webhook, onClose }: OneDialogProps) => {
  const text = useText();
  const navigate = useNavigate();
  const { tell } = useConsole();
  return (
    <ConfirmDialog
      title={text('console-api-access.webhook-remove-title')}
      action={text('console-api-access.webhook-remove-action')}
      done={text('console-api-access.webhook-removed')}
      changes={['api-access']}
      decide={async () => {
        await tell(removeWebhook, null, { params: { webhookId: webhook.id } });
        await navigate('/api-access');
      }}
      onClose={onClose}
    >
      <Text id="console-api-access.webhook-remove-text" values={{ url: webhook.url }} />
    </ConfirmDialog>
  );
};
