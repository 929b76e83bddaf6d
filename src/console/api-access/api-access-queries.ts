import { queryOptions } from '@tanstack/react-query';

import { listApiKeys, listWebhookDeliveries, listWebhooks } from '#contract/endpoints/api-access.ts';
import type { WebhookId } from '#contract/ids.ts';
import type { ConsoleClient, Me } from '#console/client/console-client.tsx';
import { teamsQuery } from '#console/shared/office-queries.ts';

type Asking = Pick<ConsoleClient, 'ask'>;

export const apiKeysQuery = ({ ask }: Asking) =>
  queryOptions({
    queryKey: ['api-access', 'keys'],
    queryFn: async ({ signal }) => (await ask(listApiKeys, null, { signal })).keys,
  });

export const webhooksQuery = ({ ask }: Asking) =>
  queryOptions({
    queryKey: ['api-access', 'webhooks'],
    queryFn: async ({ signal }) => (await ask(listWebhooks, null, { signal })).webhooks,
  });

/** Milliseconds: a log that is looked at while things are sent. */
const lookAgainAfter = 3_000;

export const deliveriesQuery = ({ ask }: Asking, webhookId: WebhookId) =>
  queryOptions({
    queryKey: ['api-access', 'deliveries', webhookId],
    queryFn: async ({ signal }) =>
      (await ask(listWebhookDeliveries, null, { params: { webhookId }, signal })).deliveries,
    refetchInterval: lookAgainAfter,
  });

/** Those that a key may be for: the person's own, also where no list has them, and all there are. */
export const keyTeamsQuery = ({ ask, me }: Asking & { me: Me }) =>
  queryOptions({
    ...teamsQuery({ ask }),
    select: (teams) => [...me.teams, ...teams.filter(({ id }) => !me.teams.some((own) => own.id === id))],
  });
