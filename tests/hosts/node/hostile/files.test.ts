import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { createUpload, getDocumentRequest } from '#contract/endpoints/document-request.ts';
import { type OpenHost, openHost, payslip } from '#tests/hosts/node/hostile/open-host.ts';
import { readStatuses, sendRaw } from '#tests/hosts/node/hostile/send-raw.ts';

let host: OpenHost;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.stop());

const get = (path: string, ...lines: readonly string[]) =>
  sendRaw(host.port, `${[`GET ${path} HTTP/1.1`, 'Host: room', 'Connection: close', ...lines].join('\r\n')}\r\n\r\n`);
const bearer = () => `Authorization: Bearer ${host.session.token}`;
const bodyOf = (answer: string) => answer.slice(answer.indexOf('\r\n\r\n') + 4);

const ways = [
  '../../room.db',
  '..%2f..%2froom.db',
  '%2e%2e%2f%2e%2e%2froom.db',
  '%2e%2e/%2e%2e/room.db',
  '..%5c..%5croom.db',
  '..\\..\\room.db',
  '%252e%252e%252froom.db',
  '..%c0%af..%c0%afroom.db',
  '%00',
  'room.db%00.pdf',
  '/etc/passwd',
  '%2fetc%2fpasswd',
  'file:%2f%2f%2fetc%2fpasswd',
  'C:%5cwindows%5cwin.ini',
  '....//....//room.db',
  '~root',
  'CON',
  '__proto__',
];

describe('A path that leads out', () => {
  afterEach(() => host.expectUnharmed());

  it.each(['/', '/assets/', '/api/files/', '/api/logos/', '/api/downloads/', '/s/'])(
    'leads from %s to no file of this machine',
    async (folder) => {
      for (const way of ways) {
        const answer = await get(folder + way, bearer());
        expect(answer).not.toMatch(/SQLite format|root:x:0|\[fonts\]/);
        expect(readStatuses(answer)[0], way).toBeLessThan(500);
      }
    },
  );
});

describe('A ticket', () => {
  afterEach(() => host.expectUnharmed());

  it('is followed without a bearer, saved under a name, and neither run, framed, sniffed nor kept', async () => {
    const answer = await get(await host.takeTicket());
    expect(readStatuses(answer)).toEqual([200]);
    expect(bodyOf(answer)).toMatch(/^%PDF-/);
    const head = answer.slice(0, answer.indexOf('\r\n\r\n')).toLowerCase();
    expect(head).toContain('content-disposition: attachment; filename="loan agreement.pdf"');
    expect(head).toContain("content-security-policy: sandbox; default-src 'none'; frame-ancestors 'none'");
    expect(head).toContain('x-content-type-options: nosniff');
    expect(head).toContain('cache-control: private, no-store');
    expect(head).toContain('cross-origin-resource-policy: same-origin');
    host.accept();
  });

  it('that is forged, cut, or for another session is unknown', async () => {
    const path = await host.takeTicket();
    const other = await host.start();
    host.accept();
    const forged = [
      `${path}x`,
      path.slice(0, -1),
      path.replace(host.session.sessionId, other.sessionId),
      path.replace(/\..*$/, '.'),
      path.replace('.', '%2e'),
      `${path}/..`,
      `${path}?${'a=1&'.repeat(500)}`,
    ];
    const statuses = [];
    for (const one of forged) statuses.push(readStatuses(await get(one))[0]);
    // Note: an escaped dot and a query are the same ticket.
    expect(statuses).toEqual([404, 404, 404, 404, 200, 404, 200]);
    host.accept();
  });

  it('that is replayed again and again is soon used up', async () => {
    const path = await host.takeTicket();
    const answers = await Promise.all(Array.from({ length: 40 }, () => get(path)));
    expect(answers.flatMap(readStatuses).filter((status) => status === 200)).toHaveLength(16);
    expect(readStatuses(await get(path))).toEqual([404]);
    host.accept();
  });

  it('is given in part, one part at a time, never more than there is', async () => {
    const whole = bodyOf(await get(await host.takeTicket()));
    const ask = async (range: string) => {
      const answer = await get(await host.takeTicket(), range);
      return [readStatuses(answer)[0], bodyOf(answer).length];
    };
    expect(await ask('Range: bytes=0-9')).toEqual([206, 10]);
    expect(await ask(`Range: bytes=${Array.from({ length: 1_000 }, (_, at) => `${at}-`).join(',')}`)).toEqual([
      200,
      whole.length,
    ]);
    expect(await ask('Range: bytes=0-0\r\nRange: bytes=1-1')).toEqual([200, whole.length]);
    expect(await ask('Range: bytes=0-99999999999999999999')).toEqual([200, whole.length]);
    expect(await ask(`Range: bytes=${whole.length}-`)).toEqual([416, 0]);
    host.accept();
  });
});

describe('The name of an upload', () => {
  it.each([
    '../../../etc/cron.d/evil.pdf',
    '..\\..\\evil.pdf',
    '/etc/passwd',
    'C:\\autoexec.bat',
    'a\0b.pdf',
    'a\r\nSet-Cookie: x=1.pdf',
    '"; filename=evil.exe',
    '.htaccess',
    '‮fdp.exe',
    '~/.ssh/authorized_keys',
  ])('is a name and leads nowhere', async (filename) => {
    const { customer, papers } = await host.start();
    const before = readdirSync(join(host.folder, 'data')).toSorted();
    const metadata = Object.entries({ interactionId: papers, itemId: payslip, filename });
    const encoded = metadata.map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`).join(',');
    const headers = { 'tus-resumable': '1.0.0', 'upload-length': '10', 'upload-metadata': encoded };
    await customer.request(createUpload, { headers }).catch((error: unknown) => {
      expect(String(error)).toContain('invalid-input');
    });
    const { items } = await customer.ask(getDocumentRequest, { interactionId: papers });
    for (const { name } of items[0]?.unfinished ?? []) expect(name).not.toMatch(/[/\\\p{Cc}\u202e]/u);
    expect(readdirSync(join(host.folder, 'data')).toSorted()).toEqual(before);
    expect(readdirSync(host.folder).toSorted()).toEqual(['data', 'site']);
  });
});

describe('What is a secret', () => {
  it('is 256 bits of chance, and stands nowhere in the data folder', async () => {
    const { token } = await host.start({ settings: { embeddedSession: true }, channel: null });
    const ticket = (await host.takeTicket()).split('.').at(-1) ?? '';
    for (const secret of [token, ticket]) {
      expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
      expect(host.dump()).not.toContain(secret);
    }
  });
});
