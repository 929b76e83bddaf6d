/** A way to PostgreSQL that can be broken: it swallows everything, the one answer that says that something was done, or what is idle breaks when it is used. */
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export type PostgresProxy = Awaited<ReturnType<typeof openPostgresProxy>>;

export async function openPostgresProxy(serverUrl: string) {
  const open = new Set<Socket>();
  let isStalled = false;
  let lostWord: string | null = null;
  let losesAtOnce = false;
  let broken = new Set<Socket>();

  const proxy = createServer((near) => {
    const far = connectTo(serverUrl);
    let isConcerned = false;
    let isCommitted = false;
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on('data', (bytes) => {
      if (isStalled) return;
      if (broken.has(near)) {
        near.destroy();
        return;
      }
      isConcerned ||= lostWord !== null && bytes.includes(lostWord);
      if (isConcerned && (losesAtOnce || bytes.includes('commit\0'))) {
        isConcerned = false;
        isCommitted = true;
        lostWord = null;
      }
      far.write(bytes);
    });
    far.on('data', (bytes) => {
      if (isStalled) return;
      // Note: the server has answered, so what was asked is done.
      if (isCommitted) near.destroy();
      else near.write(bytes);
    });
  });
  proxy.listen(0, 'localhost');
  await once(proxy, 'listening');
  const address = proxy.address();
  if (typeof address !== 'object' || !address) throw new Error('Failed to open a way to PostgreSQL.');
  const url = new URL(serverUrl);
  url.searchParams.delete('host');
  url.host = `localhost:${address.port}`;

  return {
    url: url.href,
    /** From now on nothing gets through, in no direction, and nobody is told. */
    stall: () => {
      isStalled = true;
    },
    /** For connections made from now on; what was swallowed stays so. */
    heal: () => {
      isStalled = false;
    },
    /** Of the next transaction that writes this word: the host itself has things to write, too. */
    loseCommitOf: (word: string) => {
      [lostWord, losesAtOnce] = [word, false];
    },
    /** Of the next statement that says this word, which is done at once. */
    loseAnswerTo: (word: string) => {
      [lostWord, losesAtOnce] = [word, true];
    },
    isAnswerLost: () => lostWord === null,
    /** All that are open now, as soon as anything is asked on them; until then nobody notices. What is asked is not passed on. */
    breakWhenUsed: () => {
      broken = new Set(open);
    },
    close: () => {
      proxy.close();
      for (const socket of open) socket.destroy();
    },
  };
}

function connectTo(serverUrl: string): Socket {
  const { hostname, port, searchParams } = new URL(serverUrl);
  const host = searchParams.get('host') ?? hostname;
  const number = port === '' ? 5432 : Number(port);
  return host.startsWith('/') ? connect(`${host}/.s.PGSQL.${number}`) : connect(number, host);
}
