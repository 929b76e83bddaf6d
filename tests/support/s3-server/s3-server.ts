/**
 * A store that speaks as much of the S3 protocol as the host uses, on this machine: paths instead of host names, signatures and
 * checksums checked, errors in XML, lists in pages. It fails when it is told to.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';

import { type Fault, faults, send } from '#tests/support/s3-server/faults.ts';
import { findSignatureFault, type Key } from '#tests/support/s3-server/aws-signature.ts';
import { answerBucket, type Bucket, refuse } from '#tests/support/s3-server/bucket.ts';

const key: Key = { region: 'test-region-1', accessKeyId: 'room-key', secretAccessKey: 'room-secret/with+signs' };

type World = {
  /** What happens to the requests that come next, one each; then all is well. */
  faults: Fault[];
  /** What happens to every request, until it is null again. */
  outage: Fault | null;
  requests: string[];
  clock: () => number;
};

export type S3Server = Awaited<ReturnType<typeof startS3Server>>;

export async function startS3Server({ name = 'room-files' } = {}) {
  const bucket: Bucket = { name, objects: new Map() };
  const world: World = { faults: [], outage: null, requests: [], clock: () => Date.now() };

  const server = createServer((incoming, outgoing) => {
    void (async () => {
      world.requests.push(`${incoming.method} ${incoming.url}`);
      const fault = world.outage ?? world.faults.shift();
      const body = await readBody(incoming).catch(() => null);
      if (body === null) return;
      const signed = { method: incoming.method ?? '', target: incoming.url ?? '', headers: incoming.headers, body };
      const wrong = findSignatureFault(signed, key, world.clock());
      const answer = () => (wrong === null ? answerBucket(bucket, signed) : refuse(403, wrong));
      outgoing.setHeader('date', new Date(world.clock()).toUTCString());
      if (fault === undefined) send(outgoing, answer());
      else faults[fault](outgoing, answer);
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;

  return Object.assign(world, {
    objects: bucket.objects,
    settings: { endpoint: `http://127.0.0.1:${port}`, bucket: name, ...key },
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  });
}

async function readBody(incoming: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return Buffer.concat(chunks);
}
