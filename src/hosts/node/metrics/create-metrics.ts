/**
 * What whoever looks after the host watches, in the text format of Prometheus: requests by pattern, live feeds, uploads, the outbox, webhooks,
 * and the process itself. Labels are patterns and states, never a token, a name or an id; so there are as many series as patterns.
 */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

import type { LogLine } from '#backend/deps.ts';
import type { OutboxCount } from '#backend/messages/count-outbox.ts';
import type { Blobs } from '#backend/store/blobs.ts';
import type { Store } from '#backend/store/store.ts';
import { countUploads } from '#backend/uploads/upload-chunks.ts';
import { createTokenCheck } from '#hosts/node/http/create-token-check.ts';

/** Seconds. Most answers take a few milliseconds; what is beyond a second is a customer who waits. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

export type Metrics = ReturnType<typeof createMetrics>;

export function createMetrics({ token, store, blobs }: { token: string; store: Store; blobs: Blobs }) {
  const isAllowed = createTokenCheck(token);
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'room_http_requests_total',
    help: 'Requests that were answered.',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: 'room_http_request_duration_seconds',
    help: 'Time until the head of the answer was ready.',
    labelNames: ['method', 'route'],
    buckets,
    registers,
  });
  const messages = new Counter({
    name: 'room_messages_total',
    help: 'Tries to deliver a message, by what came of them.',
    labelNames: ['channel', 'state'],
    registers,
  });
  const feeds = new Gauge({ name: 'room_live_feeds', help: 'Live feeds that are open.', registers });
  const told = new Counter({
    name: 'room_webhook_tries_total',
    help: 'Tries to tell a system of the business, by what came of them.',
    labelNames: ['state'],
    registers,
  });
  registry.registerMetric(
    countByState('room_outbox_messages', 'Messages to customers, by how far they got.', store.countOutbox),
  );
  registry.registerMetric(
    countByState(
      'room_webhook_deliveries',
      'Deliveries to systems of the business, by how far they got.',
      store.systems.countDeliveries,
    ),
  );
  registry.registerMetric(
    new Gauge({
      name: 'room_unfinished_uploads',
      help: 'Uploads of which a part is kept, and which are not a file yet.',
      registers: [],
      async collect() {
        this.remove();
        await unlessItFails(countUploads({ blobs }), (count) => this.set(count));
      },
    }),
  );

  return {
    /** One request, as its line in the log has it. */
    request: ({ method, route, status }: LogLine, milliseconds: number): void => {
      requests.inc({ method, route, status });
      durations.observe({ method, route }, milliseconds / 1_000);
    },
    message: (channel: string, state: string): void => messages.inc({ channel, state }),
    webhook: (state: string): void => told.inc({ state }),
    /** The same store; its sessions are watched by live feeds, which are counted. */
    countFeeds: (watched: Store): Store => ({
      ...watched,
      watchSession: (id, onCommit) => {
        const stop = watched.watchSession(id, onCommit);
        feeds.inc();
        return () => {
          feeds.dec();
          stop();
        };
      },
    }),
    /** To whoever knows the token. */
    answer: async (request: Request): Promise<Response> =>
      isAllowed(request)
        ? new Response(await registry.metrics(), {
            headers: { 'content-type': registry.contentType, 'cache-control': 'no-store' },
          })
        : new Response('no\n', { status: 401, headers: { 'www-authenticate': 'Bearer' } }),
  };
}

/** What cannot be counted now is left out, so that the rest is told. */
const unlessItFails = <Counted>(counting: Promise<Counted>, tell: (counted: Counted) => void): Promise<void> =>
  counting.then(tell, () => undefined);

const countByState = (name: string, help: string, count: () => Promise<OutboxCount>) =>
  new Gauge({
    name,
    help,
    labelNames: ['state'],
    registers: [],
    async collect() {
      this.reset();
      await unlessItFails(count(), (counted) => {
        for (const [state, many] of Object.entries(counted)) this.set({ state }, many);
      });
    },
  });
