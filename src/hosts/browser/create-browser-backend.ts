/** The backend as it runs inside a page: real time (moved by QA at will), unguessable ids, QA's agents, nothing written to the console. */
import { type Backend, createBackend } from '#backend/create-backend.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { createSandboxProvider } from '#backend/payments/sandbox-provider.ts';
import { authenticatePerson } from '#backend/people/authenticate-person.ts';
import { createPbkdf2Passwords } from '#backend/people/pbkdf2-passwords.ts';
import { qaRoutes } from '#backend/qa/qa-routes.ts';
import { authenticateQaAgent } from '#backend/scenarios/scenario-agent.ts';
import { createScenarioStore } from '#backend/scenarios/scenario-store.ts';
import { authenticateKey } from '#backend/systems/authenticate-key.ts';
import type { BrowserWorld } from '#hosts/browser/browser-world.ts';
import { loadFont } from '#hosts/browser/load-font.ts';
import { loadTexts } from '#hosts/browser/load-texts.ts';

export function createBrowserBackend({
  store,
  blobs,
  conditions,
}: Pick<BrowserWorld, 'store' | 'blobs' | 'conditions'>): {
  backend: Backend;
  deps: BackendDeps;
} {
  const publicOrigin = location.origin;
  const createId = () => createRandomText(16);
  const businesses = createScenarioStore(store);
  const deps: BackendDeps = {
    store: {
      ...businesses,
      loadPresence: async (agent) => {
        if (conditions.current().presenceFails) throw new Error('Failed to look up who is there: QA wants it so.');
        return businesses.loadPresence(agent);
      },
    },
    blobs,
    now: () => Date.now() + conditions.current().clockOffset,
    createId,
    createToken: () => createRandomText(32),
    loadFont,
    loadTexts,
    authenticateAgent: async (request) =>
      (await authenticateQaAgent(request)) ??
      (await authenticateKey(deps, request)) ??
      authenticatePerson(deps, request),
    passwords: createPbkdf2Passwords(),
    publicOrigin,
    limits: null,
    // Note: what a browser saves by itself goes past MSW's service worker (decision 022).
    servesLinks: false,
    payments: createSandboxProvider({ blobs, createId, publicOrigin }),
    // Note: nothing is sent from here.
    webhooksToLoopback: true,
    log: () => undefined,
  };
  return { backend: createBackend(deps, { extraRoutes: qaRoutes }), deps };
}

/** Base64url. */
function createRandomText(bytes: number): string {
  const random = crypto.getRandomValues(new Uint8Array(bytes));
  return btoa(String.fromCodePoint(...random))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
