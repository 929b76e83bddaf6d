/** A live feed that only looks for the keys of messages: the bench has a thousand of them to follow. */
import { Agent, type IncomingMessage, request } from 'node:http';

export type Followed = { closed: Promise<void>; leave: () => void };

const messageKey = /"kind":"message".*?"key":"([^"]+)"/g;

export async function follow(
  url: string,
  headers: Readonly<Record<string, string>>,
  onMessage: (key: string, at: number) => void,
): Promise<Followed> {
  const asked = request(url, { headers, agent: new Agent({ keepAlive: false }) });
  asked.end();
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    asked.once('response', resolve).once('error', reject);
  });
  if (response.statusCode !== 200) throw new Error(`Failed to follow: ${response.statusCode}.`);
  let rest = '';
  response.setEncoding('utf8').on('data', (text: string) => {
    const at = performance.now();
    const events = (rest + text).split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events) {
      for (const [, key = ''] of event.matchAll(messageKey)) onMessage(key, at);
    }
  });
  const closed = new Promise<void>((resolve) => {
    response.once('close', resolve);
  });
  response.on('error', () => undefined);
  return { closed, leave: () => asked.destroy() };
}
