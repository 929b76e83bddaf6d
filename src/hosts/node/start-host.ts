/**
 * Puts the host together: the data folder, the backend on it, the built room, a server before all of it. `stop` leaves nothing behind:
 * feeds are told to come back, requests in flight are finished, the database is closed.
 */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import type { DestinationStream } from 'pino';

import { createBackend } from '#backend/create-backend.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { authenticatePerson } from '#backend/people/authenticate-person.ts';
import { createSandboxProvider } from '#backend/payments/sandbox-provider.ts';
import { createScenarioStore } from '#backend/scenarios/scenario-store.ts';
import { authenticateKey } from '#backend/systems/authenticate-key.ts';
import { createHandler } from '#hosts/node/create-handler.ts';
import { type HostData, openDataFolder } from '#hosts/node/data-folder.ts';
import { ensureDemo, type DemoLink } from '#hosts/node/demo/ensure-demo.ts';
import { ensureAdministrator, type FirstLink } from '#hosts/node/first-administrator.ts';
import { createHttpServer, type Handler } from '#hosts/node/http/create-http-server.ts';
import { createMemoryLimits } from '#hosts/node/limits/memory-limits.ts';
import { createSharedLimits } from '#hosts/node/limits/shared-limits.ts';
import { createLog, type Log } from '#hosts/node/log.ts';
import { readTexts } from '#hosts/node/messages/read-texts.ts';
import { createMetrics, type Metrics } from '#hosts/node/metrics/create-metrics.ts';
import { startNodeCourier } from '#hosts/node/messages/start-node-courier.ts';
import { authenticateOperator } from '#hosts/node/operator.ts';
import { createReadiness } from '#hosts/node/readiness.ts';
import { createScryptPasswords } from '#hosts/node/scrypt-passwords.ts';
import type { HostSettings } from '#hosts/node/settings.ts';
import { openSharedData } from '#hosts/node/shared-data.ts';
import { startSweeping } from '#hosts/node/start-sweeping.ts';
import { loadSite } from '#hosts/node/site/load-site.ts';
import { startNodeAnnouncer } from '#hosts/node/webhooks/start-node-announcer.ts';

const createRandomText = (bytes: number): string => randomBytes(bytes).toString('base64url');
const createId = () => createRandomText(16);

export type Host = {
  origin: string;
  port: number;
  demo: readonly DemoLink[];
  /** What is built inside this process (scenarios) stands on this: nobody is counted, nothing is logged. */
  inside: BackendDeps;
  /** Only until an administrator has a password. */
  firstLink: FirstLink | null;
  stop: () => Promise<void>;
};

const findBuild = (name: string) => fileURLToPath(new URL(`../../../dist/${name}`, import.meta.url));

type Options = { siteFolder?: string; consoleFolder?: string; logTo?: DestinationStream; now?: () => number };

/** @throws {HostError} */
export async function startHost(
  settings: HostSettings,
  { siteFolder = findBuild('room'), consoleFolder = findBuild('console'), logTo, now = () => Date.now() }: Options = {},
): Promise<Host> {
  const log = createLog(settings.logLevel, logTo);
  const site = loadSite(siteFolder);
  const consoleSite = loadSite(consoleFolder, '/console');
  const data = await openData(settings, log);
  const handler = Promise.withResolvers<Handler>();
  const server = await createHttpServer(async (request) => (await handler.promise)(request), {
    host: settings.host,
    port: settings.port,
    trustedProxies: settings.limits.trustedProxies,
  }).catch(async (error: unknown) => {
    await data.close();
    throw error;
  });
  const publicOrigin = settings.publicOrigin ?? toOrigin(settings.host, server.port);
  const metrics = settings.metrics && createMetrics({ ...settings.metrics, ...data });
  const deps = createDeps(settings, { data, log, metrics, publicOrigin, now });
  const stopSweeping = startSweeping({ ...data, now }, log);
  const courier = startNodeCourier(deps, settings, { log, metrics });
  const announcer = startNodeAnnouncer(deps, { log, metrics });
  const stop = async () => {
    stopSweeping();
    await Promise.all([server.stop(), courier.stop(), announcer.stop()]);
    await data.close();
    log.host('stopped');
  };
  const heard = { ...deps, store: announcer.listenTo(courier.listenTo(deps.store)) };
  const inside: BackendDeps = { ...heard, log: () => undefined, limits: null };
  const backend = createBackend(heard);
  handler.resolve(
    createHandler({ backend, deps, site, consoleSite, log, metrics, isReady: createReadiness(data.probe) }),
  );
  log.host('started', { port: server.port, demo: settings.demo });
  try {
    return {
      origin: publicOrigin,
      port: server.port,
      firstLink: await ensureAdministrator(deps),
      demo: settings.demo ? await ensureDemo(inside, data.path) : [],
      inside,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

const openData = ({ dataFolder, database, s3 }: HostSettings, log: Log): Promise<HostData> =>
  database === null
    ? openDataFolder(dataFolder, { createId, s3 })
    : openSharedData(dataFolder, database.url, { createId, s3, tell: log.host });

const createLimits = ({ counts }: HostData) => (counts ? createSharedLimits(counts) : createMemoryLimits());

/** Note: “every network” is no address that a browser could go to. */
function toOrigin(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

type Parts = { data: HostData; log: Log; metrics: Metrics | null; publicOrigin: string; now: () => number };

function createDeps(
  { demo, agent, limits, webhooks }: HostSettings,
  { data, log, metrics, publicOrigin, now }: Parts,
): BackendDeps {
  const { blobs } = data;
  const store = metrics?.countFeeds(data.store) ?? data.store;
  const findOperator = authenticateOperator(agent);
  return {
    // Note: the demonstration is many businesses, each with a system level of its own.
    store: demo ? createScenarioStore(store) : store,
    blobs,
    now,
    createId,
    createToken: () => createRandomText(32),
    loadFont: async () =>
      new Uint8Array(await readFile(new URL(import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')))),
    loadTexts: readTexts,
    authenticateAgent: async (request) =>
      (await findOperator(request)) ??
      (await authenticateKey({ store, now }, request)) ??
      authenticatePerson({ store, now }, request),
    passwords: createScryptPasswords(),
    publicOrigin,
    servesLinks: true,
    limits: limits.areOn ? createLimits(data) : null,
    webhooksToLoopback: webhooks.toLoopback ?? demo,
    payments: createSandboxProvider({ blobs, createId, publicOrigin }),
    log: log.request,
  };
}
