import { afterEach, beforeEach, expect, test } from 'vitest';

import { getDocumentRequest } from '#contract/endpoints/document-request.ts';
import { type Endpoint, toPath } from '#contract/endpoints/define-endpoint.ts';
import { getEntry, getFeed, getLogo, getSession } from '#contract/endpoints/entry.ts';
import { getEsign } from '#contract/endpoints/esign.ts';
import { getFile } from '#contract/endpoints/interaction.ts';
import { listMessages } from '#contract/endpoints/message.ts';
import { getWorkflow } from '#contract/endpoints/workflow.ts';
import { entrySchema, type OpenEntry } from '#contract/entry.ts';
import type { Interaction } from '#contract/interaction.ts';
import type { Backend } from '#backend/create-backend.ts';
import { buildScenario } from '#backend/scenarios/build-scenario.ts';
import { readToken } from '#backend/scenarios/customer-client.ts';
import { scenarioList, type ScenarioName } from '#backend/scenarios/scenario-list.ts';
import { createIndexedDbBlobs } from '#hosts/browser/indexeddb-blobs.ts';
import { createIndexedDbStore } from '#hosts/browser/indexeddb-store.ts';
import { type Database, openDatabase } from '#hosts/browser/open-database.ts';
import { createTabChannel, type TabChannel } from '#hosts/browser/tab-channel.ts';
import { testOrigin } from '#tests/support/create-test-backend.ts';
import { installIndexedDb } from '#tests/support/fake-indexeddb.ts';
import { firstScreens, isFirstOfItsLook } from '#tests/support/first-screens.ts';
import { openScenarioWorld } from '#tests/support/open-scenario-world.ts';

installIndexedDb();

/** Fifty for one of each first screen, and a few for those that only differ in words. */
const visitsOf = (name: ScenarioName) => (isFirstOfItsLook(name) ? 50 : 3);
const minute = 60_000;

let database: Database;
let channel: TabChannel;

beforeEach(async () => {
  const name = crypto.randomUUID();
  database = await openDatabase(name);
  channel = createTabChannel(name);
});

afterEach(() => {
  database.close();
  channel.close();
});

const openWorld = () =>
  openScenarioWorld({
    store: createIndexedDbStore(database, channel),
    blobs: createIndexedDbBlobs(database),
  });

/** Everything there is: every key and every value of every object store. */
async function readEverything(): Promise<unknown> {
  const stores = [...database.objectStoreNames].map(async (name) => ({
    name,
    keys: await database.getAllKeys(name),
    values: await database.getAll(name),
  }));
  return Promise.all(stores);
}

type Line = Pick<Endpoint, 'method' | 'path'>;

/** A browser, or a mail scanner that runs scripts: opens the link and asks for all that the screens would. */
function createVisitor(backend: Backend, url: string) {
  const headers = { authorization: `Bearer ${readToken(url)}` };
  const ask = ({ method, path }: Line, params: Record<string, string> = {}) =>
    backend(new Request(`${testOrigin}${toPath(path, params)}`, { method, headers }));
  const readAll = async (line: Line, params: Record<string, string> = {}) => {
    await (await ask(line, params)).arrayBuffer();
  };

  const lookAt = async (interaction: Interaction) => {
    const params = { interactionId: interaction.id };
    switch (interaction.kind) {
      case 'esign': {
        const content = getEsign.output.safeParse(await (await ask(getEsign, params)).json());
        if (content.success) await readAll(getFile, { fileId: content.data.document.id });
        break;
      }
      case 'document-request':
        await readAll(getDocumentRequest, params);
        break;
      case 'workflow':
        await readAll(getWorkflow, params);
        break;
      case 'payment':
      case 'unknown':
    }
    for (const file of interaction.files) await readAll(getFile, { fileId: file.id });
  };

  const lookAround = async ({ branding, session }: OpenEntry) => {
    if (branding.logo) await readAll(getLogo, { fileId: branding.logo });
    for (const interaction of session.interactions) await lookAt(interaction);
  };

  return async (): Promise<number> => {
    const answer = await ask(getEntry);
    const entry = entrySchema.safeParse(await answer.json());
    await readAll(getSession);
    await readAll(listMessages);
    const feed = await ask(getFeed);
    const reader = feed.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    if (entry.success && entry.data.kind === 'open') await lookAround(entry.data);
    return answer.status;
  };
}

for (const { name } of scenarioList) {
  const visits = visitsOf(name);
  test(`Opening the link of “${name}” ${visits} times, looking at everything, leaves no trace`, async () => {
    const { backend, deps, pass } = openWorld();
    const { url } = await buildScenario(deps, name);
    const visit = createVisitor(backend, url);
    const before = await readEverything();

    const statuses = new Set<number>();
    for (let count = 0; count < visits; count += 1) {
      statuses.add(await visit());
      pass(minute);
    }

    expect([...statuses]).toEqual([firstScreens[name][0] === 'link-unknown' ? 404 : 200]);
    expect(await readEverything()).toEqual(before);
  }, 60_000);
}

test('What leaves a trace would be seen: one message is enough', async () => {
  const { deps, backend } = openWorld();
  const { url } = await buildScenario(deps, 'nothing-to-do');
  const before = await readEverything();
  await backend(
    new Request(`${testOrigin}/api/messages`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${readToken(url)}`,
        'content-type': 'application/json',
        'idempotency-key': 'only-once',
      },
      body: JSON.stringify({ text: 'Hello' }),
    }),
  );
  expect(await readEverything()).not.toEqual(before);
});
