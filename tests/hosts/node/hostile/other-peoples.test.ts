/** Every endpoint of the table, over the wire, with a credential that works and ids that are somebody else's. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { allEndpoints } from '#contract/endpoints/all-endpoints.ts';
import { toPath } from '#contract/endpoints/define-endpoint.ts';
import { createHandler } from '#hosts/node/create-handler.ts';
import { createHttpServer, type HttpServer } from '#hosts/node/http/create-http-server.ts';
import { createLog } from '#hosts/node/log.ts';
import { loadSite } from '#hosts/node/site/load-site.ts';
import { expectSilent } from '#tests/backend/http/hostile/expect-refused.ts';
import { type Sent, toSent } from '#tests/backend/http/hostile/mutate-request.ts';
import { startWorld, type World } from '#tests/backend/http/hostile/start-world.ts';
import { base, type Targets } from '#tests/backend/http/hostile/target.ts';
import { listTargets } from '#tests/backend/http/hostile/targets.ts';
import { readStatuses, sendRaw } from '#tests/hosts/node/hostile/send-raw.ts';
import { agentCredential } from '#tests/support/create-test-backend.ts';
import { makeTemporaryFolder } from '#tests/support/make-temporary-folder.ts';
import { writeSite } from '#tests/support/start-node-host.ts';

const folder = makeTemporaryFolder();
const lines: string[] = [];
let world: World;
let targets: Targets;
let server: HttpServer;

beforeAll(async () => {
  world = await startWorld();
  targets = { ...(await listTargets(world)), ...listReads(world) };
  const log = createLog('debug', { write: (line) => lines.push(line) });
  const { backend, deps } = world;
  const handler = createHandler({
    backend,
    deps,
    site: loadSite(writeSite(folder.path)),
    consoleSite: { files: new Map(), page: '' },
    log,
    isReady: async () => true,
    metrics: null,
  });
  server = await createHttpServer(handler, { host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await server.stop();
  folder.remove();
});

/** What is read by an id: the other customer's, and what is no id of this kind. */
function listReads({ own, other, office }: World): Targets {
  const [esign = '', papers = '', workflow = ''] = own.interactions;
  const by = (name: string, id: string, ...foreign: readonly string[]) => ({
    ...base,
    credential: own.token,
    params: { [name]: id },
    foreign: foreign.map((one) => ({ [name]: one })),
  });
  const ofAgent = (params: Record<string, string>, ...foreign: readonly Record<string, string>[]) => ({
    ...base,
    credential: agentCredential,
    params,
    foreign,
  });
  return {
    getFile: by('fileId', own.fileId, other.fileId, other.handedInFileId, own.uploadId),
    getDocumentRequest: by('interactionId', papers, ...other.interactions, esign, workflow),
    getEsign: by('interactionId', esign, ...other.interactions, papers, workflow),
    getWorkflow: by('interactionId', workflow, ...other.interactions, papers, esign),
    getUploadOffset: {
      ...by('uploadId', own.uploadId, other.uploadId, own.fileId),
      headers: { 'tus-resumable': '1.0.0' },
    },
    getAgentSession: ofAgent({ sessionId: own.sessionId }, { sessionId: own.fileId }),
    getAgentFeed: ofAgent({ sessionId: own.sessionId }, { sessionId: own.fileId }),
    getSessionTrail: ofAgent({ sessionId: own.sessionId }, { sessionId: own.fileId }),
    readSessionResults: ofAgent({ sessionId: own.sessionId }, { sessionId: own.fileId }),
    getAgentFile: ofAgent(
      { sessionId: own.sessionId, fileId: own.fileId },
      { sessionId: other.sessionId, fileId: own.handedInFileId },
    ),
    listWebhookDeliveries: ofAgent({ webhookId: office.webhook.id }, { webhookId: own.fileId }),
    getStartTerms: ofAgent({ teamId: 'team-1' }, { teamId: 'a b' }),
    getTeamPreferences: ofAgent({ teamId: 'team-1' }, { teamId: 'a b' }),
    readTeamSettingsLog: ofAgent({ teamId: 'team-1' }, { teamId: 'a b' }),
    getSessionPreferences: ofAgent({ sessionId: own.sessionId }, { sessionId: own.fileId }),
  };
}

const send = ({ method, path, headers, body }: Sent) => {
  const head = Object.entries({
    host: 'room',
    connection: 'close',
    ...headers,
    ...(body && { 'content-length': String(body.length) }),
  }).map(([name, value]) => `${name}: ${value}`);
  return sendRaw(server.port, `${[`${method} ${path} HTTP/1.1`, ...head].join('\r\n')}\r\n\r\n`, body ?? '');
};

const names = Object.entries(allEndpoints).flatMap(([name, endpoint]) => {
  const hasIds = endpoint.path.includes(':') && endpoint.caller !== 'anyone';
  return hasIds ? [{ name, endpoint }] : [];
});

describe.each(names)('$name', ({ name, endpoint }) => {
  it('gives and does nothing with what is not the caller’s, and does not say that it is there', async () => {
    const target = targets[name];
    if (!target) throw new Error(`Failed to find whose ids to ask ${name} for.`);
    expect(target.foreign.length).toBeGreaterThan(0);
    for (const params of target.foreign) {
      const answer = await send(toSent(endpoint, target, 'not theirs', { params }));
      const [status = 0] = readStatuses(answer);
      expect([404, 409, 410, 422], `${toPath(endpoint.path, params)} ${answer}`).toContain(status);
      expectSilent(world, answer);
    }
    for (const credential of target.strangers) {
      const answer = await send(toSent(endpoint, target, 'a stranger', { credential }));
      const [status = 0] = readStatuses(answer);
      expect(status, answer).toBeGreaterThanOrEqual(400);
      expect(status, answer).toBeLessThan(500);
      expectSilent(world, answer);
    }
    expect(world.writes).toEqual([]);
    expectSilent(world, lines.join(''));
  });
});

it('Nothing of all this changed anything', async () => {
  expect(await world.readAll()).toEqual(world.before);
});
