/** Lets a function from request to response answer on a Node server, HTTP/1.1 or HTTP/2. */
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import { Readable, type Writable } from 'node:stream';

type Handler = (request: Request) => Promise<Response>;
type Incoming = Readable & { method?: string | undefined; url?: string | undefined; headers: IncomingHttpHeaders };
type Outgoing = Writable & { writeHead: (status: number, headers: OutgoingHttpHeaders) => unknown };

/** Where the request went: HTTP/2 names the host in a header of its own. */
export const toUrl = ({ url, headers }: Pick<Incoming, 'url' | 'headers'>): URL => {
  const authority = headers[':authority'] ?? headers.host ?? 'localhost';
  return new URL(url ?? '/', `http://${String(authority)}`);
};

const toRequest = async (incoming: Incoming): Promise<Request> => {
  const headers = new Headers(
    Object.entries(incoming.headers).flatMap(([name, value]) =>
      typeof value === 'string' && !name.startsWith(':') ? [[name, value]] : [],
    ),
  );
  const body = Buffer.concat(await incoming.toArray());
  return new Request(toUrl(incoming), {
    method: incoming.method ?? 'GET',
    headers,
    body: body.length > 0 ? body : null,
  });
};

const sendAnswer = (answer: Response, outgoing: Outgoing): void => {
  outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
  if (answer.body === null) outgoing.end();
  else
    Readable.from(answer.body)
      .on('error', () => outgoing.destroy())
      .pipe(outgoing);
};

export const answerNodeRequest =
  (handler: Handler) =>
  (incoming: Incoming, outgoing: Outgoing): void => {
    toRequest(incoming)
      .then(handler)
      .then(
        (answer) => sendAnswer(answer, outgoing),
        () => outgoing.destroy(),
      );
  };
