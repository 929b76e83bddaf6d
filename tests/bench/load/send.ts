/** Requests over connections that are kept, timed from the moment at which they should have left. */
import { Agent, type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

type Sent = { method: string; headers: Readonly<Record<string, string>>; body?: string | Uint8Array | undefined };
export type Answer = { status: number; headers: IncomingMessage['headers']; bytes: Buffer };

export async function send(url: string, { method, headers, body }: Sent): Promise<Answer> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    request(url, { method, headers, agent }, resolve).once('error', reject).end(body);
  });
  const bytes = await buffer(answer);
  return { status: answer.statusCode ?? 0, headers: answer.headers, bytes };
}

export const closeConnections = (): void => agent.destroy();
