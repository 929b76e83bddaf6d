/** Bytes as they are, and what came back to them: no client in between that would put anything right. */
import { connect } from 'node:net';

type Bytes = string | Uint8Array;

/** Milliseconds. */
const patience = 5_000;

/** Everything that is answered until the host closes the connection, as Latin-1. @throws when it stays open for too long. */
export async function sendRaw(port: number, ...parts: readonly Bytes[]): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const received: Buffer[] = [];
  const closed = Promise.withResolvers<void>();
  socket.on('data', (chunk: Buffer) => received.push(chunk));
  // Note: whoever is refused in the middle of what they send is cut off.
  socket.on('error', () => undefined);
  socket.on('close', () => closed.resolve());
  const timer = setTimeout(() => closed.reject(new Error('Failed to be let go.')), patience);
  for (const part of parts) socket.write(typeof part === 'string' ? Buffer.from(part, 'latin1') : part);
  try {
    await closed.promise;
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
  return Buffer.concat(received).toString('latin1');
}

/** The statuses of all answers in there, in order. */
export const readStatuses = (answer: string): number[] =>
  [...answer.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
