import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { StartSessionInput } from '#contract/agent.ts';
import { getEntry } from '#contract/endpoints/entry.ts';
import { createAgentClient } from '#backend/scenarios/agent-client.ts';
import { createCustomerClient } from '#backend/scenarios/customer-client.ts';
import type { HostSettings } from '#hosts/node/settings.ts';
import { openDatabase } from '#hosts/node/sqlite/open-database.ts';
import { createSqliteStore } from '#hosts/node/sqlite/sqlite-store.ts';
import { makeTemporaryFolder } from '#tests/support/make-temporary-folder.ts';
import { killSpawnedHosts, spawnNodeHost } from '#tests/support/spawn-node-host.ts';
import { type MailServer, startMailServer } from '#tests/support/start-mail-server.ts';
import { operatorTeam, operatorToken, startNodeHost } from '#tests/support/start-node-host.ts';
import { startTextProvider, type TextProvider } from '#tests/support/start-text-provider.ts';

let mails: MailServer;
let texts: TextProvider;
const undo: (() => unknown)[] = [];

beforeAll(async () => {
  mails = await startMailServer();
  texts = await startTextProvider();
});
afterEach(async () => {
  killSpawnedHosts();
  for (const step of undo.splice(0).toReversed()) await step();
  mails.behave({});
  mails.received.length = 0;
});
afterAll(() => Promise.all([mails.stop(), texts.stop()]));

const toSettings = (): Pick<HostSettings, 'mail' | 'text'> => ({
  mail: {
    server: { host: '127.0.0.1', port: mails.port, secure: false, requireTLS: false },
    from: { name: 'The room', address: 'no-reply@bank.example' },
  },
  text: { url: texts.url, token: 'token-of-the-tests', from: '+447700900142' },
});

const start = (origin: string, changes: Partial<StartSessionInput> = {}) =>
  createAgentClient((request) => fetch(request), origin, operatorToken).startSession({
    team: operatorTeam,
    customer: { name: 'Maya Thompson', email: 'maya@example.com', phone: '+447700900999' },
    channel: 'email',
    settings: {},
    interactions: [],
    ...changes,
  });

/** What is in the outbox of a host that does not run, and a hand to put it forward. */
function openOutbox(dataFolder: string) {
  const database = openDatabase(join(dataFolder, 'room.db'));
  undo.push(() => database.close());
  return {
    list: () => createSqliteStore(database).listOutbox(),
    /** As if the time of the next try had come. */
    makeDue: () => database.prepare('update outbox set due_at = 0 where due_at is not null').run(),
    close: () => database.close(),
  };
}

const readLink = (text = ''): string => /https?:\/\/\S+\/s\/[\w-]{43}/.exec(text)?.[0] ?? '';

describe('A host that knows a mail server and a provider of text messages', () => {
  it('sends the invitation at once; the link in it opens the room, and is kept nowhere', async () => {
    const host = await startNodeHost({ settings: toSettings() });
    undo.push(host.stop);
    await start(host.origin);
    await expect.poll(() => mails.received.length).toBe(1);
    const link = readLink(mails.received[0]?.mail.text);
    const { kind } = await createCustomerClient((request) => fetch(request), link).ask(getEntry);
    expect(kind).toBe('open');

    const outbox = openOutbox(join(host.folder, 'data'));
    await expect.poll(outbox.list).toMatchObject([{ kind: 'invitation', url: null, delivery: { state: 'sent' } }]);
    expect(host.lines.join('')).toContain('"state":"sent"');
    expect(host.lines.join('')).not.toMatch(/maya|Thompson|bank\.example/i);
    expect(host.lines.join('')).not.toContain(link.slice(-43));
  });

  it('sends text messages where that is the channel', async () => {
    const host = await startNodeHost({ settings: toSettings() });
    undo.push(host.stop);
    await start(host.origin, { channel: 'sms' });
    await expect.poll(() => texts.taken.length).toBe(1);
    expect(texts.taken[0]?.body).toMatchObject({ from: '+447700900142', to: '+447700900999' });
    expect(mails.received).toEqual([]);
  });

  it('sends what waited when it is started again', async () => {
    mails.behave({
      onRcptTo: (_, __, callback) => callback(Object.assign(new Error('Later'), { responseCode: 451 })),
    });
    const { path, remove } = makeTemporaryFolder();
    undo.push(remove);
    const dataFolder = join(path, 'data');
    const first = await startNodeHost({ settings: { ...toSettings(), dataFolder } });
    await start(first.origin);
    await expect.poll(() => first.lines.join('')).toContain('"state":"waiting"');
    await first.stop();

    const outbox = openOutbox(dataFolder);
    await expect(outbox.list()).resolves.toMatchObject([
      { delivery: { state: 'waiting', tries: 1, reason: '451 Later' } },
    ]);
    outbox.makeDue();
    outbox.close();
    mails.behave({});
    const second = await startNodeHost({ settings: { ...toSettings(), dataFolder } });
    undo.push(second.stop);
    await expect.poll(() => mails.received.length).toBe(1);
  });

  it('that is killed before it could write down what it sent sends it again, as the same mail', async () => {
    const { path, remove } = makeTemporaryFolder();
    undo.push(remove);
    const dataFolder = join(path, 'data');
    const first = await spawnNodeHost({ ...toSettings(), dataFolder });
    mails.behave({
      beforeAnswer: async () => {
        await first.kill();
      },
    });
    await start(first.origin).catch(() => undefined);
    await expect.poll(first.isGone).toBe(true);
    mails.behave({});

    const outbox = openOutbox(dataFolder);
    await expect(outbox.list()).resolves.toMatchObject([{ delivery: { state: 'waiting', tries: 1 } }]);
    outbox.makeDue();
    outbox.close();
    const second = await startNodeHost({ settings: { ...toSettings(), dataFolder } });
    undo.push(second.stop);
    await expect.poll(() => mails.received.length).toBe(2);
    const ids = mails.received.map(({ mail }) => mail.messageId);
    expect(new Set(ids).size).toBe(1);
  });

  it('finishes the mail that it is sending when it is asked to stop', async () => {
    const answer = Promise.withResolvers<void>();
    const host = await startNodeHost({ settings: toSettings() });
    mails.behave({ beforeAnswer: () => answer.promise });
    await start(host.origin);
    await expect.poll(() => mails.received.length).toBe(1);
    const stopped = host.stop();
    answer.resolve();
    await stopped;
    expect(host.lines.join('')).toContain('"state":"sent"');
  });
});

describe('A host that knows none', () => {
  it('keeps messages with their links, and sends them never', async () => {
    const { path, remove } = makeTemporaryFolder();
    undo.push(remove);
    const dataFolder = join(path, 'data');
    const host = await startNodeHost({ settings: { dataFolder } });
    const { url } = await start(host.origin);
    await expect.poll(() => host.lines.join('')).toContain('"state":"kept"');
    await host.stop();
    const outbox = openOutbox(dataFolder);
    await expect(outbox.list()).resolves.toMatchObject([{ url, delivery: { state: 'kept' } }]);
  });

  it('nor does a demonstration, whatever it knows', async () => {
    const host = await startNodeHost({ settings: { ...toSettings(), demo: true } });
    undo.push(host.stop);
    await expect.poll(() => host.lines.join('')).toContain('"state":"kept"');
    expect(mails.received).toEqual([]);
  });
});
