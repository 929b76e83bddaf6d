/** How a store fails. Each is what one request meets. */
import type { ServerResponse } from 'node:http';

import { type Answer, refuse } from '#tests/support/s3-server/bucket.ts';

export type Fault =
  /** 503: too many requests; nothing was done. */
  | 'slow-down'
  /** 500; nothing was done. */
  | 'internal-error'
  /** A proxy's page instead of an answer. */
  | 'bad-gateway'
  /** The connection breaks before anything was done. */
  | 'reset'
  /** It is done, and nobody hears of it. */
  | 'lost-answer'
  /** The connection breaks in the middle of the answer's body. */
  | 'truncated'
  /** One byte of the body is another. */
  | 'damaged'
  /** Nothing happens any more. */
  | 'silence'
  | 'access-denied';

/** `answer` does what was asked. */
type Failing = (outgoing: ServerResponse, answer: () => Answer) => void;

export const faults: Readonly<Record<Fault, Failing>> = {
  'slow-down': (outgoing) => send(outgoing, refuse(503, 'SlowDown')),
  'internal-error': (outgoing) => send(outgoing, refuse(500, 'InternalError')),
  'access-denied': (outgoing) => send(outgoing, refuse(403, 'AccessDenied')),
  'bad-gateway': (outgoing) => {
    outgoing.writeHead(502, { 'content-type': 'text/html' }).end('<html><body>Bad gateway');
  },
  reset: (outgoing) => {
    outgoing.destroy();
  },
  'lost-answer': (outgoing, answer) => {
    answer();
    outgoing.destroy();
  },
  truncated: (outgoing, answer) => {
    const { status, headers, body } = answer();
    outgoing.writeHead(status, { ...headers, 'content-length': body.byteLength });
    outgoing.write(body.subarray(0, body.byteLength / 2), () => outgoing.destroy());
  },
  damaged: (outgoing, answer) => send(outgoing, damage(answer())),
  silence: () => undefined,
};

export function send(outgoing: ServerResponse, { status, headers, body }: Answer): void {
  outgoing.writeHead(status, { ...headers, 'content-length': body.byteLength }).end(body);
}

function damage({ body, ...answer }: Answer): Answer {
  const damaged = new Uint8Array(body);
  damaged[0] = (damaged[0] ?? 0) ^ 1;
  return { ...answer, body: damaged };
}
