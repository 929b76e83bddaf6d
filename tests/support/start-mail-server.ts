/** A mail server on this machine that does as it is told, and reads every mail that it took as a mail program would. */
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';

import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

type Received = { mail: Email; from: string | undefined; recipients: string[] };

/** `beforeAnswer`: when all of the mail is there, and nothing was said about it yet. */
type Conduct = Partial<Pick<SMTPServerOptions, 'onAuth' | 'onMailFrom' | 'onRcptTo' | 'onConnect'>> & {
  beforeAnswer?: () => Promise<void> | void;
};

export async function startMailServer(options: SMTPServerOptions = {}) {
  const received: Received[] = [];
  const sockets = new Set<Socket>();
  let conduct: Conduct = {};
  const server = new SMTPServer({
    logger: false,
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 1,
    onAuth: (auth, session, callback) => (conduct.onAuth ?? refuse)(auth, session, callback),
    onConnect: (session, callback) => (conduct.onConnect ? conduct.onConnect(session, callback) : callback()),
    onMailFrom: (address, session, callback) =>
      conduct.onMailFrom ? conduct.onMailFrom(address, session, callback) : callback(),
    onRcptTo: (address, session, callback) =>
      conduct.onRcptTo ? conduct.onRcptTo(address, session, callback) : callback(),
    onData: (stream, { envelope }, answer) => {
      const taken = buffer(stream).then(async (bytes) => {
        const source = bytes.toString();
        const recipients = envelope.rcptTo.map(({ address }) => address);
        const from = envelope.mailFrom ? envelope.mailFrom.address : undefined;
        received.push({ mail: await PostalMime.parse(source), from, recipients });
        await conduct.beforeAnswer?.();
      });
      taken.then(() => answer(), answer);
    },
    ...options,
  });
  // Note: clients that break off are what some of the tests are about.
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  listening.on('connection', (socket) => sockets.add(socket.once('close', () => sockets.delete(socket))));
  await once(listening, 'listening');
  return {
    port: readPort(listening.address()),
    received,
    behave: (next: Conduct) => {
      conduct = next;
    },
    /** The line goes dead. */
    cut: () => {
      for (const socket of sockets) socket.destroy();
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(resolve);
      }),
  };
}
export type MailServer = Awaited<ReturnType<typeof startMailServer>>;

const refuse: SMTPServerOptions['onAuth'] & object = (_, __, callback) => callback(new Error('Nobody is known here.'));

function readPort(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The mail server has no port.');
  return address.port;
}
