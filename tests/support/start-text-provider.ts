/** A provider of text messages on this machine, which answers as it is told and keeps what it was sent. */
import { createServer } from 'node:http';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

type Taken = { method: string | undefined; headers: Record<string, string | string[] | undefined>; body: unknown };
type Answer = { status: number; headers?: Record<string, string> } | 'nothing' | 'cut';

export async function startTextProvider() {
  const taken: Taken[] = [];
  const state: { answer: Answer } = { answer: { status: 202 } };
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      taken.push({ method: request.method, headers: request.headers, body: JSON.parse(body) });
      if (state.answer === 'cut') request.socket.destroy();
      else if (state.answer !== 'nothing') response.writeHead(state.answer.status, state.answer.headers).end('{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The provider has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/messages`,
    taken,
    answerWith: (answer: Answer) => {
      state.answer = answer;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
export type TextProvider = Awaited<ReturnType<typeof startTextProvider>>;
