/** A test backend with a webhook, and a receiver that keeps what it was sent and answers as it is told. */
import { addWebhook, listWebhookDeliveries } from '#contract/endpoints/api-access.ts';
import { type WebhookEventKind, webhookEventKinds, webhookEventSchema } from '#contract/webhook.ts';
import { deliverWebhooks, type WebhookRequest, type WebhookResult } from '#backend/systems/deliver-webhooks.ts';
import { agentCredential, createTestBackend } from '#tests/support/create-test-backend.ts';
import { createCaller } from '#tests/support/start-session.ts';

export async function followWebhooks(events: readonly WebhookEventKind[] = webhookEventKinds) {
  const test = createTestBackend();
  const asAdministrator = createCaller(test.backend, agentCredential);
  const add = async (wanted: readonly WebhookEventKind[], url = 'https://ledger.example/hooks') => {
    const answer = await asAdministrator(addWebhook, { input: { url, events: wanted } });
    return addWebhook.output.parse(await answer.json());
  };
  const { webhook, secret } = await add(events);
  const params = { webhookId: webhook.id };
  const taken: WebhookRequest[] = [];
  const state: { answer: WebhookResult } = { answer: { kind: 'sent', answer: 'HTTP 204' } };
  return {
    ...test,
    asAdministrator,
    add,
    webhook,
    secret,
    params,
    taken,
    answerWith: (answer: WebhookResult) => {
      state.answer = answer;
    },
    /** Sends whatever is due; gives the events that arrived. */
    deliver: async () => {
      const from = taken.length;
      const transport = (request: WebhookRequest) => {
        taken.push(request);
        return Promise.resolve(state.answer);
      };
      const deps = { ...test.deps, transport, random: () => 0.5, onSettled: () => undefined };
      while ((await deliverWebhooks({ ...deps, signal: new AbortController().signal })) > 0);
      return taken.slice(from).map(({ body }) => webhookEventSchema.parse(JSON.parse(body)));
    },
    readLog: async () => {
      const answer = await asAdministrator(listWebhookDeliveries, { params });
      return listWebhookDeliveries.output.parse(await answer.json()).deliveries;
    },
  };
}
