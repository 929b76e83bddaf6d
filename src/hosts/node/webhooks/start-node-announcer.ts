/** The host's announcer; it hears of every delivery at once. */
import type { BackendDeps } from '#backend/deps.ts';
import type { Worker } from '#backend/messages/keep-working.ts';
import type { Store } from '#backend/store/store.ts';
import { startAnnouncer } from '#backend/systems/start-announcer.ts';
import type { Log } from '#hosts/node/log.ts';
import type { Metrics } from '#hosts/node/metrics/create-metrics.ts';
import { createWebhookTransport } from '#hosts/node/webhooks/webhook-transport.ts';

export type NodeAnnouncer = Worker & { listenTo: (store: Store) => Store };

type Tell = { log: Log; metrics: Metrics | null };

export function startNodeAnnouncer(deps: BackendDeps, { log, metrics }: Tell): NodeAnnouncer {
  const announcer = startAnnouncer({
    ...deps,
    transport: createWebhookTransport({ toLoopback: deps.webhooksToLoopback }),
    random: Math.random,
    onSettled: ({ id, event, delivery: { tries } }, { state }) => {
      log.host('webhook', { id, kind: event.kind, state, tries });
      metrics?.webhook(state);
    },
    onTrouble: (error) => log.trouble('announcer', error),
  });
  const after = async <Result>(work: Promise<Result>): Promise<Result> => {
    const result = await work;
    announcer.nudge();
    return result;
  };
  return {
    ...announcer,
    listenTo: (store) => ({
      ...store,
      commitSession: async (commit) => {
        await store.commitSession(commit);
        if (commit.deliveries?.length) announcer.nudge();
      },
      systems: {
        ...store.systems,
        addDelivery: (delivery) => after(store.systems.addDelivery(delivery)),
        redeliver: (...delivery) => after(store.systems.redeliver(...delivery)),
      },
    }),
  };
}
