/** Everything about a request but its body, wrong: who sends it, its headers, its address, its method. */
import * as fc from 'fast-check';

import { allEndpoints } from '#contract/endpoints/all-endpoints.ts';
import { type Endpoint, toPath } from '#contract/endpoints/define-endpoint.ts';
import { brokenJson, markup } from '#tests/backend/http/hostile/mutate-json.ts';
import { wrongUploadHeader } from '#tests/backend/http/hostile/mutate-upload.ts';
import type { Change, Headers, Target } from '#tests/backend/http/hostile/target.ts';
import { testOrigin } from '#tests/support/create-test-backend.ts';

type Body = Uint8Array<ArrayBuffer>;
/** One request as it goes over the wire. `cutAt`: the connection breaks after so many bytes. */
export type Sent = { what: string; method: string; path: string; headers: Headers; body: Body | null; cutAt?: number };

const encoder = new TextEncoder();

/** A request that the endpoint takes, but for `change`. */
export function toSent(endpoint: Endpoint, target: Target, what: string, change: Change = {}): Sent {
  const { credential = target.credential, params = target.params, input = target.input, headers = {} } = change;
  const { query = target.query ?? '' } = change;
  const body = change.body ?? target.body ?? null;
  return {
    what,
    method: endpoint.method,
    path: toPath(endpoint.path, params) + query,
    headers: {
      ...(credential !== null && { authorization: `Bearer ${credential}` }),
      ...(target.needsKey && { 'idempotency-key': 'key-of-this-request' }),
      ...target.headers,
      ...headers,
    },
    body: input === undefined ? body : encoder.encode(JSON.stringify(input)),
  };
}

export function toRequest({ method, path, headers, body, cutAt }: Sent): Request {
  const init = { method, headers, duplex: 'half' };
  if (body === null || method === 'HEAD' || method === 'GET') return new Request(testOrigin + path, init);
  return new Request(testOrigin + path, { ...init, body: cutAt === undefined ? body : breakOff(body, cutAt) });
}

const breakOff = (body: Body, at: number) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(body.subarray(0, at));
    },
    pull(controller) {
      controller.error(new TypeError('terminated'));
    },
  });

/** What a header's value may hold at all. */
const anyHeader = fc.stringMatching(/^[\x21-\x7e\xa1-\xff]{0,90}$/);

const tricks = [
  '..',
  '%2e%2e',
  '..%2f..%2f',
  '%2F',
  '%5c',
  '%00',
  '%',
  '%E0%A4%A',
  '%ED%A0%80',
  '__proto__',
  'constructor',
  'null',
  'undefined',
  '*',
  "'",
  ';x=1',
  '%F0%9F%98%80',
  '%E2%80%AE',
  encodeURIComponent(markup),
  'x'.repeat(10_000),
];

/** Requests that the endpoint has to refuse, in as many ways as it can be got wrong. */
export function hostileRequests(endpoint: Endpoint, target: Target): fc.Arbitrary<Sent> {
  const send = (what: string, change: Change = {}) => toSent(endpoint, target, what, change);
  const header = (what: string, name: string, values: fc.Arbitrary<string | undefined>) =>
    values.map((value): Sent => {
      const { [name]: _, ...headers } = send(what).headers;
      return { ...send(what), headers: value === undefined ? headers : { ...headers, [name]: value } };
    });
  const families: { weight: number; arbitrary: fc.Arbitrary<Sent> }[] = [
    { weight: 1, arbitrary: wrongMethods(endpoint).map((method) => ({ ...send('another method'), method })) },
    { weight: 2, arbitrary: wrongPaths(endpoint, target).map((path) => ({ ...send('another address'), path })) },
  ];
  if (target.credential !== null)
    families.push({
      weight: 3,
      arbitrary: wrongCredential(target).map((value) => ({
        ...send('nobody'),
        headers: { ...send('').headers, authorization: value },
      })),
    });
  if (target.strangers.length > 0)
    families.push({
      weight: 1,
      arbitrary: fc.constantFrom(...target.strangers).map((credential) => send('a stranger', { credential })),
    });
  if (target.foreign.length > 0)
    families.push({
      weight: 2,
      arbitrary: fc.constantFrom(...target.foreign).map((params) => send('not theirs', { params })),
    });
  if (target.wrong.length > 0)
    families.push({ weight: 2, arbitrary: fc.constantFrom(...target.wrong).map((change) => send('wrong', change)) });
  if (target.needsKey) {
    const garbled = anyHeader.filter((key) => !/^[\w-]{8,64}$/.test(key));
    families.push({
      weight: 2,
      arbitrary: header('a garbled key', 'idempotency-key', fc.option(garbled, { nil: undefined })),
    });
  }
  if ('tus-resumable' in target.headers)
    families.push({
      weight: 8,
      arbitrary: wrongUploadHeader(target.headers).map((headers) => send('the protocol broken', { headers })),
    });
  if (typeof endpoint.input === 'object' && endpoint.input !== null) {
    families.push({
      weight: 16,
      arbitrary: brokenJson(endpoint.input, target.input).map(({ what, value }) => ({ ...send(what), body: value })),
    });
    const types = fc.oneof(
      anyHeader,
      fc.constantFrom(
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data',
        'text/json',
        'application/json5',
      ),
    );
    families.push({
      weight: 1,
      arbitrary: header(
        'another type',
        'content-type',
        types.filter((type) => !/^application\/json\s*(;|$)/i.test(type)),
      ),
    });
  }
  const { body } = send('');
  if (body !== null)
    families.push({
      weight: 1,
      arbitrary: fc.nat({ max: body.length - 1 }).map((cutAt) => ({ ...send('broken off'), cutAt })),
    });
  return fc.oneof(...families);
}

function wrongMethods({ path }: Endpoint): fc.Arbitrary<string> {
  const known = Object.values(allEndpoints).flatMap((line) => (line.path === path ? [line.method] : []));
  const safe = ['GET', 'HEAD', 'OPTIONS'];
  return fc.constantFrom(
    ...['POST', 'PUT', 'PATCH', 'DELETE', 'QUERY', 'PURGE', 'post-it'].filter(
      (method) => !known.some((name) => name === method) && !safe.includes(method),
    ),
  );
}

/** One parameter that nobody was given, or an address beside the endpoint's own. */
function wrongPaths({ path }: Endpoint, { params }: Target): fc.Arbitrary<string> {
  const own = toPath(path, params);
  const beside = fc.constantFrom(
    `${own}/`,
    `${own}/more`,
    `/${own}`,
    own.toUpperCase(),
    own.replace(/^.[a-z-]+/, '$&/..'),
    `${own}%20`,
    `${own};a=b`,
    `${own}%00`,
  );
  const names = Object.keys(params);
  if (names.length === 0) return beside;
  // Note: what is a team nobody has said yet, so any id will do for one.
  const segment = fc.oneof(
    fc.constantFrom(...tricks),
    fc.stringMatching(/^[\w-]{65,100}$/),
    fc.stringMatching(/^[~!$&'()+,;=:@]{1,20}$/),
  );
  const unknown = fc
    .tuple(
      fc.constantFrom(...names),
      names.includes('teamId') ? segment.filter((text) => !/^[\w-]{1,64}$/.test(text)) : fc.oneof(segment, fc.uuid()),
    )
    .map(([name, text]) => toPath(path, { ...params, [name]: 'PLACE' }).replace('PLACE', () => text));
  return fc.oneof(beside, { arbitrary: unknown, weight: 4 });
}

function wrongCredential({ credential }: Target): fc.Arbitrary<string> {
  const own = credential ?? '';
  return fc.oneof(
    fc.stringMatching(/^[\w-]{1,140}$/).map((token) => `Bearer ${token}`),
    anyHeader,
    fc.constantFrom(
      '',
      'Bearer',
      'Bearer undefined',
      'Bearer null',
      own,
      `Basic ${own}`,
      `bearer ${own}`,
      `Bearer ${own.slice(0, -1)}`,
      `Bearer ${own}x`,
      `Bearer ${own.toUpperCase()}`,
      `Bearer ${own}, Bearer ${own}`,
      `Bearer ${own.replace(/.$/, '%2d')}`,
    ),
  );
}
