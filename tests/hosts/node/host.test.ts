import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { getApiDescription } from '#contract/endpoints/description.ts';
import { getEntry } from '#contract/endpoints/entry.ts';
import { entrySchema } from '#contract/entry.ts';
import { createCustomerClient } from '#backend/scenarios/customer-client.ts';
import { startHost } from '#hosts/node/start-host.ts';
import { askRaw } from '#tests/support/ask-raw.ts';
import {
  fixturePage,
  hostSettings,
  type NodeHost,
  operatorTeam,
  operatorToken,
  startNodeHost,
  writeSite,
} from '#tests/support/start-node-host.ts';
import { makeTemporaryFolder } from '#tests/support/make-temporary-folder.ts';

const site = makeTemporaryFolder();
let host: NodeHost;
let link: string;

const customer = { name: 'Maya Thompson', email: 'maya.thompson@example.com', phone: null };
const hostile = '</script><!--\u2028&amp;';

beforeAll(async () => {
  writeSite(site.path);
  spawnSync(process.execPath, ['src/hosts/node/site/compress-build.ts', site.path], { stdio: 'inherit' });
  host = await startNodeHost({ siteFolder: site.path });
  link = await startSession();
});

afterAll(async () => {
  await host.stop();
  site.remove();
});

/** Gives the path of the customer's page. */
const startSession = async (allowedOrigins: string[] = []) => {
  const settings = { branding: { companyName: hostile }, allowedOrigins };
  const input = { team: operatorTeam, customer, channel: 'email', settings, interactions: [] } as const;
  return new URL((await host.agent.startSession({ ...input, interactions: [] })).url).pathname;
};

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  askRaw(host.origin, path, { headers, method });
const script = '/assets/room-abc.js';

const readPolicy = async (path: string) => {
  const policy = String((await ask(path)).headers['content-security-policy']);
  return { policy, frames: /frame-ancestors ([^;]*)/.exec(policy)?.[1] };
};

describe('The files of the room', () => {
  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('come as %s, made when they were built, to whoever takes it', async (encoding, decode) => {
    const plain = await ask(script);
    const answer = await ask(script, { 'accept-encoding': encoding });
    expect(answer.headers).toMatchObject({ 'content-encoding': encoding, vary: 'accept-encoding' });
    expect(answer.bytes.byteLength).toBeLessThan(plain.bytes.byteLength / 10);
    expect(decode(answer.bytes).equals(plain.bytes)).toBe(true);
  });

  it('come as brotli where there is a choice, and plain where nothing is taken', async () => {
    expect((await ask(script, { 'accept-encoding': 'gzip, deflate, br;q=0.1' })).headers['content-encoding']).toBe(
      'br',
    );
    expect((await ask(script, { 'accept-encoding': 'br;q=0, identity' })).headers['content-encoding']).toBeUndefined();
    expect((await ask(script)).headers['content-encoding']).toBeUndefined();
  });

  it('are kept for ever when named after their content, asked for again when not', async () => {
    expect((await ask(script)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const icon = await ask('/icon.svg');
    expect(icon.headers['cache-control']).toBe('public, max-age=3600');
    const again = await ask('/icon.svg', { 'if-none-match': icon.headers.etag ?? 'none' });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('have their types, and their length for HEAD', async () => {
    expect((await ask(script)).headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect((await ask('/icon.svg')).headers['content-type']).toBe('image/svg+xml');
    const head = await ask(script, {}, 'HEAD');
    expect(head.text).toBe('');
    expect(Number(head.headers['content-length'])).toBe((await ask(script)).bytes.byteLength);
    expect((await ask(script, {}, 'POST')).status).toBe(405);
  });

  it.each([
    '/../data/room.db',
    '/assets/../../data/room.db',
    '/assets/..%2f..%2fdata%2froom.db',
    '/%2e%2e/data/room.db',
    '/assets/room-abc.js.br',
    '/assets/',
    '/index.html.br',
    '/assets/none.js',
  ])('are all there is: %s is not', async (path) => {
    const answer = await ask(path, { 'sec-fetch-mode': 'cors' });
    expect(answer.status).toBe(404);
    expect(answer.text).toBe('no\n');
  });

  it('are for this origin alone, but for the script that pages of others include', async () => {
    const embed = await ask('/embed.js');
    expect(embed.headers).toMatchObject({
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=3600',
    });
    expect(embed.headers.etag).toMatch(/^"/);
    const other = (await ask(script)).headers;
    expect(other['cross-origin-resource-policy']).toBe('same-origin');
    expect(other['access-control-allow-origin']).toBeUndefined();
  });

  it('may compile the decoders of pictures in the worker of pdf.js, and nowhere else', async () => {
    expect((await readPolicy('/assets/pdf.worker.min-abc.mjs')).policy).toContain("'wasm-unsafe-eval'");
    expect((await readPolicy(script)).policy).toBe("default-src 'none'");
    expect((await readPolicy(link)).policy).not.toContain('unsafe');
  });
});

describe('The page', () => {
  const readPlaced = (html: string) => {
    const [, status, type, json = ''] =
      /<script type="application\/json" id="entry" data-status="(\d+)" data-type="([^"]+)">(.*?)<\/script>/.exec(
        html,
      ) ?? [];
    return { status: Number(status), type, json };
  };

  it('of a link has the entry in it, the same as the customer would be given', async () => {
    const { text, headers } = await ask(link);
    const { status, type, json } = readPlaced(text);
    expect([status, type]).toEqual([200, 'application/json']);
    const entry = await createCustomerClient((request) => fetch(request), host.origin + link).ask(getEntry);
    const still = { enteredAt: '2026-01-01T00:00:00.000Z' };
    expect({ ...entrySchema.parse(JSON.parse(json)), ...still }).toEqual({ ...entry, ...still });
    expect(headers['cache-control']).toBe('no-store');
  });

  it('holds what a business wrote as data that ends no script and starts none', async () => {
    const { json } = readPlaced((await ask(link)).text);
    expect(json).not.toMatch(/[<>&\u2028\u2029]/);
    expect(json).toContain(String.raw`\u003c/script\u003e\u003c!--\u2028\u0026amp;`);
    expect(entrySchema.parse(JSON.parse(json)).branding.companyName).toBe(hostile);
  });

  it('of a link that nobody knows says so, and shows no business', async () => {
    const { text, status } = await ask('/s/a-link-that-nobody-was-given/i/1');
    expect(status).toBe(200);
    expect(readPlaced(text)).toMatchObject({ status: 404, type: 'application/problem+json' });
    expect(JSON.parse(readPlaced(text).json)).toMatchObject({ code: 'link-unknown' });
  });

  it.each(['/s/%00', '/s/%E0%A4%A', '/s/☃', '/s/ ', `/s/${'x'.repeat(5_000)}`])('survives %s', async (path) => {
    const { status, text } = await ask(encodeURI(path).replace(/%25/g, '%'));
    expect(status).toBe(200);
    expect(readPlaced(text).status).toBe(404);
  });

  it('without a link is as it was built', async () => {
    expect((await ask('/')).text).toBe(fixturePage);
    expect((await ask('/anything/else', { accept: 'text/html,*/*;q=0.8' })).text).toBe(fixturePage);
  });

  it('is for who comes, not for a script that asks for what is not there', async () => {
    expect((await ask('/data.json', { accept: 'application/json' })).status).toBe(404);
    expect((await ask('/img.png', { 'sec-fetch-mode': 'no-cors', accept: 'image/png' })).status).toBe(404);
    expect((await ask('/anything', {}, 'POST')).status).toBe(404);
  });

  it('runs and wears what was built into it, by hash, and nothing else', async () => {
    const { policy } = await readPolicy('/');
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(policy).toContain(`script-src 'self' ${hash('start()')};`);
    expect(policy).toContain(`style-src 'self' ${hash('a{color:red}')};`);
    expect(policy).not.toMatch(/unsafe-(inline|eval)|\*|https?:/);
    expect(policy).toContain("default-src 'none'");
  });

  it('is shown in a frame by those whom the session allows, and by nobody else', async () => {
    const readFrames = async (path: string) => (await readPolicy(path)).frames;
    const allowed = await startSession(['https://shop.example/checkout', 'ftp://no.example', 'http://localhost:3000']);
    expect(await readFrames(allowed)).toBe('https://shop.example http://localhost:3000');
    expect(await readFrames(link)).toBe("'none'");
    expect(await readFrames('/s/a-link-that-nobody-was-given')).toBe("'none'");
    expect(await readFrames('/')).toBe("'none'");
  });
});

describe('Every answer', () => {
  it.each(['/', script, getEntry.path, '/healthz', '/assets/none.js'])(
    '%s tells the browser what it may do with it',
    async (path) => {
      const { headers } = await ask(path, { 'sec-fetch-mode': path === '/' ? 'navigate' : 'cors' });
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers['content-security-policy']).toMatch(/default-src 'none'/);
      expect(headers['strict-transport-security']).toBeUndefined();
    },
  );

  it('of an address that is https says that it stays so', async () => {
    const secure = await startNodeHost({
      siteFolder: site.path,
      settings: { publicOrigin: 'https://room.example.com' },
    });
    const { headers } = await fetch(`http://localhost:${secure.port}/healthz`);
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
    await secure.stop();
  });

  it('of the API is kept by nobody, and compressed when it is worth it', async () => {
    const headers = { authorization: `Bearer ${link.split('/')[2] ?? ''}`, 'accept-encoding': 'br' };
    const answer = await ask(getEntry.path, headers);
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'content-encoding': 'br' });
    expect(JSON.parse(brotliDecompressSync(answer.bytes).toString())).toMatchObject({ kind: 'open' });
  });

  it('has the id of its line in the log', async () => {
    const { headers } = await ask(link);
    const line = host.lines.map((one): unknown => JSON.parse(one)).at(-1);
    expect(line).toMatchObject({ requestId: headers['x-request-id'], route: '(page)', method: 'GET', status: 200 });
  });
});

describe('The address of the host', () => {
  it.each([
    ['0.0.0.0', /^http:\/\/localhost:\d+$/],
    ['127.0.0.1', /^http:\/\/127\.0\.0\.1:\d+$/],
  ])('that listens on %s is one that a browser can go to', async (name, address) => {
    const listening = await startNodeHost({ siteFolder: site.path, settings: { host: name } });
    expect(listening.origin).toMatch(address);
    expect((await fetch(`${listening.origin}/readyz`)).status).toBe(200);
    await listening.stop();
  });
});

describe('Health', () => {
  it('is told to whoever watches', async () => {
    expect([(await ask('/healthz')).status, (await ask('/readyz')).status]).toEqual([200, 200]);
  });
});

describe('The API', () => {
  it('describes itself to anybody, as it is served here', async () => {
    const { status, text } = await ask(getApiDescription.path);
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({ openapi: '3.1.1', servers: [{ url: host.origin }] });
  });
});

describe('Agents', () => {
  it.each([null, 'Bearer wrong', `bearer ${operatorToken}`, `Bearer ${operatorToken}x`])(
    'with %s are nobody',
    async (credential) => {
      const headers = { 'content-type': 'application/json', ...(credential !== null && { authorization: credential }) };
      const response = await fetch(`${host.origin}/api/agent/presence`, {
        method: 'PUT',
        headers,
        body: '{"connected":true}',
      });
      expect(response.status).toBe(401);
    },
  );

  it('do not exist where no token is set, not even with the credentials of the demonstration', async () => {
    const closed = await startNodeHost({ siteFolder: site.path, settings: { agent: null, demo: false } });
    for (const credential of ['', operatorToken, 'qa-agent.main', 'undefined', 'null']) {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${credential}` };
      const response = await fetch(`${closed.origin}/api/agent/presence`, {
        method: 'PUT',
        headers,
        body: '{"connected":true}',
      });
      expect(response.status).toBe(401);
    }
    await closed.stop();
  });
});

describe('The log', () => {
  it('names patterns, times and ids; no customer, no link, no words', async () => {
    const token = link.split('/')[2] ?? '';
    const url = host.origin + link;
    await createCustomerClient((request) => fetch(request), url).ask(getEntry);
    await fetch(`${host.origin}/api/messages?after=Maya`, {
      headers: { authorization: `Bearer ${token}`, 'user-agent': 'Maya' },
    });
    await fetch(`${host.origin}/Thompson`, { method: 'POST', body: 'maya.thompson@example.com' });

    const log = host.lines.join('');
    expect(log).toContain('"route":"/api/entry"');
    expect(log).toMatch(/"ms":\d+/);
    expect(log).not.toMatch(/Maya|Thompson|example\.com|amp;|127\.0\.0\.1|::1/i);
    expect(log).not.toContain(token);
    expect(log).not.toContain(operatorToken);
  });
});

describe('The demonstration', () => {
  const folder = makeTemporaryFolder();
  const start = () =>
    startHost(
      { ...hostSettings, demo: true, agent: null, dataFolder: join(folder.path, 'data') },
      { siteFolder: site.path, consoleFolder: site.path, logTo: { write: () => undefined } },
    );

  afterAll(folder.remove);

  it('is there at the first start, the same at the next, and every link of it answers', async () => {
    const first = await start();
    expect(first.demo.length).toBeGreaterThan(10);
    await first.stop();

    const second = await start();
    const paths = (links: typeof first.demo) => links.map(({ url }) => new URL(url).pathname);
    expect(paths(second.demo)).toEqual(paths(first.demo));
    const kinds = await Promise.all(
      second.demo.map(
        async ({ url }) => (await createCustomerClient((request) => fetch(request), url).ask(getEntry)).kind,
      ),
    );
    expect([...new Set(kinds)].toSorted()).toEqual(['cannot-enter', 'consent', 'open']);
    await second.stop();
  });
});
