import { spawnSync } from 'node:child_process';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Blobs } from '#backend/store/blobs.ts';
import { openS3Blobs } from '#hosts/node/blobs/s3-blobs.ts';
import { describeBlobs } from '#tests/backend/store/blobs-suite.ts';
import type { Fault } from '#tests/support/s3-server/faults.ts';
import { type S3Server, startS3Server } from '#tests/support/s3-server/s3-server.ts';

let server: S3Server;

beforeEach(async () => {
  server = await startS3Server();
});

afterEach(() => server.stop());

const open = (changes: Partial<S3Server['settings']> = {}, patience = 1_000): Promise<Blobs> =>
  openS3Blobs({ ...server.settings, ...changes }, { createId: () => crypto.randomUUID(), patience });

const bytes = Uint8Array.from({ length: 200_000 }, (_, index) => index % 251);
const comeBackLater: unknown = expect.objectContaining({ code: 'service-unavailable', details: { retryAfter: 5 } });

describeBlobs('S3', () => open());

describe('Objects', () => {
  it('are called as the files of the folder, whatever their keys hold', async () => {
    const blobs = await open();
    await blobs.put('file/a b', bytes);
    await blobs.put('../ż', bytes);
    expect([...server.objects.keys()].toSorted()).toEqual(['%2E%2E/%C5%BC.blob', 'file/a%20b.blob']);
  });

  it('that an operator copied in, without a hash, are read as well', async () => {
    const blobs = await open();
    server.objects.set('file/1.blob', { bytes, metadata: {} });
    await expect(blobs.get('file/1')).resolves.toEqual(bytes);
    await expect(blobs.list('')).resolves.toEqual(['file/1']);
  });

  it('that are no blobs are not listed', async () => {
    const blobs = await open();
    server.objects.set('readme.txt', { bytes, metadata: {} });
    await expect(blobs.list('')).resolves.toEqual([]);
  });

  it('are listed to the last, however many pages they fill', async () => {
    const blobs = await open();
    const keys = Array.from({ length: 23 }, (_, index) => `upload/${String(index).padStart(2, '0')}`);
    await Promise.all(keys.map((key) => blobs.put(key, bytes)));
    await expect(blobs.list('upload/')).resolves.toEqual(keys);
  });
});

const passing: Fault[] = ['slow-down', 'internal-error', 'bad-gateway', 'reset', 'lost-answer'];

describe('A store that fails for a moment', () => {
  it.each([...passing, 'silence'] as const)('(%s) is asked again, and what was put is there once', async (fault) => {
    const blobs = await open({}, 400);
    server.faults.push(fault);
    await blobs.put('file/1', bytes);
    expect(server.faults).toEqual([]);
    expect([...server.objects.keys()]).toEqual(['file/1.blob']);
    await expect(blobs.get('file/1')).resolves.toEqual(bytes);
  });

  it.each([...passing, 'truncated', 'damaged'] as const)('(%s) gives every byte in the end', async (fault) => {
    const blobs = await open();
    await blobs.put('file/1', bytes);
    server.faults.push(fault, fault);
    await expect(blobs.get('file/1')).resolves.toEqual(bytes);
    expect(server.faults).toEqual([]);
  });

  it.each(passing)('(%s) lists and deletes in the end', async (fault) => {
    const blobs = await open();
    await blobs.put('file/1', bytes);
    server.faults.push(fault);
    await expect(blobs.list('')).resolves.toEqual(['file/1']);
    server.faults.push(fault);
    await blobs.delete('file/1');
    expect(server.objects.size).toBe(0);
  });

  it('whose clock is another is understood from its refusal', async () => {
    server.clock = () => Date.now() + 3_600_000;
    const blobs = await open();
    await blobs.put('file/1', bytes);
    await expect(blobs.get('file/1')).resolves.toEqual(bytes);
  });
});

describe('A store that is out', () => {
  it.each(['slow-down', 'reset', 'truncated', 'damaged', 'access-denied'] as const)(
    '(%s) makes customers come back later, and is healed from by itself',
    async (fault) => {
      const blobs = await open({}, 300);
      await blobs.put('file/1', bytes);
      server.outage = fault;
      await expect(blobs.get('file/1')).rejects.toEqual(comeBackLater);
      server.outage = null;
      await expect(blobs.get('file/1')).resolves.toEqual(bytes);
    },
  );

  it('and says nothing at all is not waited for for long', async () => {
    const blobs = await open({}, 300);
    server.outage = 'silence';
    const startedAt = performance.now();
    await expect(blobs.put('file/1', bytes)).rejects.toEqual(comeBackLater);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    server.outage = null;
    await blobs.put('file/1', bytes);
  });

  it('because its bucket is gone is no file that is missing', async () => {
    const blobs = await open();
    const other = await startS3Server({ name: 'another' });
    await expect(blobs.get('file/1')).resolves.toBeUndefined();
    const moved = openS3Blobs(
      { ...other.settings, bucket: 'room-files' },
      { createId: () => crypto.randomUUID(), patience: 300 },
    );
    await expect(moved).rejects.toThrow('no bucket room-files');
    await other.stop();
  });
});

describe('A bucket that is set up wrongly is said at the start', () => {
  it.each([
    ['bucket', { bucket: 'elsewhere' }, /no bucket elsewhere at http:.*S3_BUCKET/],
    ['key', { accessKeyId: 'nobody' }, /does not take the key.*S3_ACCESS_KEY_ID/],
    ['secret', { secretAccessKey: 'guessed' }, /does not take the key.*S3_SECRET_ACCESS_KEY/],
    ['region', { region: 'mars-1' }, /another region.*S3_REGION/],
    ['endpoint', { endpoint: 'http://127.0.0.1:9' }, /does not answer.*S3_ENDPOINT/],
  ])('(%s)', async (_, changes, words) => {
    await expect(open(changes, 300)).rejects.toThrow(words);
  });

  it('(rights)', async () => {
    server.outage = 'access-denied';
    await expect(open()).rejects.toThrow(/may not put, get, list and delete in the bucket room-files/);
  });

  it('and nothing of the try is left in the one that is right', async () => {
    await open();
    expect(server.objects.size).toBe(0);
    expect(server.requests).toHaveLength(4);
  });
});

describe('A host that keeps its files in the data folder', () => {
  const countLoaded = (module: string): number => {
    const program = `await import('${module}');
      const { createRequire } = await import('node:module');
      const loaded = Object.keys(createRequire(import.meta.url).cache);
      console.log(loaded.filter((path) => path.includes('@aws-sdk')).length);`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' });
    return Number(stdout);
  };

  it('loads nothing that speaks S3', () => {
    expect(countLoaded('#hosts/node/start-host.ts')).toBe(0);
    expect(countLoaded('#hosts/node/blobs/s3-blobs.ts')).toBeGreaterThan(5);
  });
});
