/**
 * A slow link in front of a Node TLS server, byte for byte, in this process. DevTools' throttling knows no handshakes, no slow start, and no
 * bundle that gets in front of the answer on the same connection; this does. The server writes into the emulation instead of
 * a socket, so no buffer of the system decides the order.
 */
import { createServer, type Server, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

import { createDownlink } from '#tests/bench/link/downlink.ts';
import { createLine } from '#tests/bench/link/line.ts';
import { ServerSocket } from '#tests/bench/link/server-socket.ts';
import { createTimedQueue } from '#tests/bench/link/timed-queue.ts';

export type LinkSpeed = {
  /** In milliseconds. */
  roundTrip: number;
  /** In bits a second. */
  down: number;
  up: number;
};

/** Listen on what it returns; every connection reaches `answering` over the link. */
export function emulateLink(
  answering: { emit: (event: 'connection', socket: Duplex) => boolean },
  { roundTrip, down, up }: LinkSpeed,
): Server {
  const downlink = createDownlink({ bitsPerSecond: down, roundTrip });
  const uplink = createLine(up);

  const connect = (browser: Socket) => {
    // Note: the browser's own handshake with loopback takes no time; until TCP's would be over nothing of it gets through.
    const connectedAt = performance.now() + roundTrip;
    const sender = downlink.open({
      receive: (bytes) => {
        if (!browser.destroyed) browser.write(bytes);
      },
      end: () => browser.end(),
    });
    const server = new ServerSocket(sender);
    const arriving = createTimedQueue<Buffer>((bytes) => {
      if (!server.destroyed) server.push(bytes);
    });
    browser.on('data', (bytes: Buffer) => {
      const through = uplink.send(bytes.length, Math.max(performance.now(), connectedAt));
      arriving.add(through + roundTrip / 2, bytes);
    });
    const hangUp = () => {
      sender.close();
      server.destroy();
    };
    browser.on('close', hangUp);
    // Note: a browser that goes away in the middle is how every visit ends here; `close` follows.
    browser.on('error', () => undefined);
    server.on('error', () => undefined);
    answering.emit('connection', server);
  };
  return createServer({ noDelay: true }, connect);
}
