/** The host's courier: by what the settings name. What a demonstration writes goes to nobody, because its customers do not exist. */
import type { BackendDeps } from '#backend/deps.ts';
import type { Transports } from '#backend/messages/deliver-due.ts';
import { type Courier, startCourier } from '#backend/messages/start-courier.ts';
import type { Store } from '#backend/store/store.ts';
import type { Log } from '#hosts/node/log.ts';
import { createSmtpTransport } from '#hosts/node/messages/smtp-transport.ts';
import { createTextTransport } from '#hosts/node/messages/text-transport.ts';
import type { Metrics } from '#hosts/node/metrics/create-metrics.ts';
import type { HostSettings } from '#hosts/node/settings.ts';

export type NodeCourier = Courier & {
  /** The same store; the courier hears of every message at once. */
  listenTo: (store: Store) => Store;
};

type Tell = { log: Log; metrics: Metrics | null };

export function startNodeCourier(deps: BackendDeps, settings: HostSettings, { log, metrics }: Tell): NodeCourier {
  const courier = startCourier({
    ...deps,
    transports: settings.demo ? { email: null, sms: null } : createTransports(settings),
    random: Math.random,
    onSettled: ({ id, kind, channel, delivery: { tries } }, { state }) => {
      log.host('message', { id, kind, channel, state, tries });
      metrics?.message(channel, state);
    },
    onTrouble: (error) => log.trouble('courier', error),
  });
  return {
    ...courier,
    listenTo: (store) => ({
      ...store,
      commitSession: async (commit) => {
        await store.commitSession(commit);
        if (commit.outbox.length > 0) courier.nudge();
      },
    }),
  };
}

const createTransports = ({ mail, text }: HostSettings): Transports => ({
  email: mail && createSmtpTransport(mail),
  sms: text && createTextTransport(text),
});
