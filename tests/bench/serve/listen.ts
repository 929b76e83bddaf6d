/** Two ways to a site: straight over loopback, and at the far end of the emulated link. */
import { createServer } from 'node:http';
import { createSecureServer } from 'node:http2';
import type { AddressInfo, Server } from 'node:net';

import { emulateLink, type LinkSpeed } from '#tests/bench/link/emulate-link.ts';
import type { Certificate } from '#tests/bench/link/self-signed-certificate.ts';
import type { Site } from '#tests/bench/serve/create-site.ts';
import { answerNodeRequest } from '#tests/support/answer-node-request.ts';

export type Served = { origin: string; stop: () => void };

const isPlace = (address: AddressInfo | string | null): address is AddressInfo =>
  address !== null && typeof address === 'object';

async function listenOn(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address();
  if (!isPlace(address)) throw new Error('Failed to listen: no port.');
  return address.port;
}

export async function serve(site: Site): Promise<Served> {
  const server = createServer(answerNodeRequest(site));
  const port = await listenOn(server);
  return {
    origin: `http://localhost:${port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** HTTP/2 over TLS, as hosts serve it, with the link in between. */
export async function serveOverLink(site: Site, speed: LinkSpeed, { key, certificate }: Certificate): Promise<Served> {
  const answering = createSecureServer({ key, cert: certificate }, answerNodeRequest(site));
  const link = emulateLink(answering, speed);
  const port = await listenOn(link);
  return {
    origin: `https://localhost:${port}`,
    stop: () => {
      link.close();
      answering.close();
    },
  };
}
