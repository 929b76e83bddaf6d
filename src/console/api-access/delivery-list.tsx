import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { redeliverWebhook } from '#contract/endpoints/api-access.ts';
import type { WebhookId } from '#contract/ids.ts';
import type { WebhookDelivery } from '#contract/webhook.ts';
import { deliveriesQuery } from '#console/api-access/api-access-queries.ts';
import styles from '#console/api-access/api-access.module.css';
import { useConsole } from '#console/client/console-client.tsx';
import { useFailureWords } from '#console/client/failure-text.ts';
import { QueryView } from '#console/layout/query-view.tsx';
import rows from '#console/shared/rows.module.css';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';
import { Badge, type Tone } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { useAnnounce } from '#ui/live-region.tsx';
import { Notice } from '#ui/notice.tsx';

/** What was sent to one webhook, and how it went. */
export const DeliveryList = ({ webhookId }: { webhookId: WebhookId }) => {
  const text = useText();
  const deliveries = useQuery(deliveriesQuery(useConsole(), webhookId));
  return (
    <section className={rows['section']} aria-label={text('console-api-access.deliveries')}>
      <h2>
        <Text id="console-api-access.deliveries" />
      </h2>
      <QueryView query={deliveries}>
        {(known) =>
          known.length === 0 ? (
            <Card>
              <p>
                <Text id="console-api-access.deliveries-empty" />
              </p>
            </Card>
          ) : (
            <>
              <p className={rows['muted']}>
                <Text id="console-api-access.deliveries-lead" />
              </p>
              <Card padding="flush">
                <ul className={rows['rows']}>
                  {known.map((delivery) => (
                    <DeliveryRow key={delivery.id} webhookId={webhookId} delivery={delivery} />
                  ))}
                </ul>
              </Card>
            </>
          )
        }
      </QueryView>
    </section>
  );
};

const tones: Readonly<Record<WebhookDelivery['state'], Tone>> = {
  waiting: 'info',
  sent: 'success',
  kept: 'neutral',
  dead: 'danger',
  cancelled: 'neutral',
};

const DeliveryRow = ({ webhookId, delivery }: { webhookId: WebhookId; delivery: WebhookDelivery }) => {
  const text = useText();
  const format = useFormat();
  const words = useFailureWords();
  const announce = useAnnounce();
  const { tell } = useConsole();
  const cache = useQueryClient();
  const { id, event, state, tries, answer, nextTryAt } = delivery;
  const again = useMutation({
    mutationFn: () => tell(redeliverWebhook, null, { params: { webhookId, deliveryId: id } }),
    onSuccess: () => {
      announce(text('console-api-access.delivery-again-done'));
      return cache.invalidateQueries({ queryKey: ['api-access', 'deliveries', webhookId] });
    },
  });
  const what = text(`console-api-access.event-${event.kind}`);
  const when = format.exactTime(event.at);
  const details = [
    text('console-api-access.delivery-tries', { tries }),
    answer,
    nextTryAt !== null && tries > 0 && text('console-api-access.delivery-next', { when: format.dateTime(nextTryAt) }),
  ].filter((part) => typeof part === 'string');
  return (
    <li className={rows['row']}>
      <div className={rows['who']}>
        <p className={rows['name']}>{what}</p>
        <p className={rows['muted']}>{when}</p>
        <p className={styles['how']}>
          <Badge tone={tones[state]}>
            <Text id={`console-api-access.delivery-${state}`} />
          </Badge>
          <span className={rows['muted']}>{details.join(' · ')}</span>
        </p>
        {again.error && (
          <Notice tone="danger" label={text('console.not-saved')} live>
            {words(again.error)}
          </Notice>
        )}
      </div>
      <div>
        <Button
          busy={again.isPending}
          aria-label={text('console-api-access.delivery-again-named', { event: what, when })}
          onClick={() => again.mutate()}
        >
          <Text id="console-api-access.delivery-again" />
        </Button>
      </div>
    </li>
  );
};
