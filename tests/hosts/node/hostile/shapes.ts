/** Requests that no client would send, as bytes (Latin-1). `TOKEN` stands for a credential that works. */

type Shape = readonly [what: string, bytes: string];
type OddShape = readonly [what: string, bytes: string, statuses: readonly number[]];

const room = 'Host: room';
const close = 'Connection: close';
const bearer = 'Authorization: Bearer TOKEN';
const json = 'Content-Type: application/json';
const chunked = 'Transfer-Encoding: chunked';

const head = (...lines: readonly string[]) => `${lines.join('\r\n')}\r\n\r\n`;
const get = (target: string, ...lines: readonly string[]) => head(`GET ${target} HTTP/1.1`, room, close, ...lines);
const ask = (...lines: readonly string[]) => get('/api/session', ...lines);
const send = (lines: readonly string[], body: string) =>
  `${head('POST /api/messages HTTP/1.1', room, bearer, ...lines)}${body}`;

/** Refused before anything is read into it. */
export const noRequests: readonly Shape[] = [
  ['no HTTP at all', String.fromCharCode(...Array.from({ length: 4_000 }, (_, at) => (at * 31) % 256))],
  ['a greeting of TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n'],
  ['the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['HTTP/0.9', 'GET /healthz\r\n\r\n'],
  ['HTTP/9.9', head('GET /healthz HTTP/9.9', room)],
  ['no host', head('GET /healthz HTTP/1.1', close)],
  ['a target without a path', get('healthz')],
  ['a target on another host', get('http://evil.example/healthz')],
  ['a target of everything', head('OPTIONS * HTTP/1.1', room, close)],
  ['a tunnel', head('CONNECT evil.example:443 HTTP/1.1', room)],
  ['a method nobody knows', head('BREW /api/entry HTTP/1.1', room, close)],
  ['a space in the target', get('/a b')],
  ['NUL in the target', get('/a\0b')],
  ['bytes in the target that are no UTF-8', get('/api/files/\xff\xfe\xc0\xaf', bearer)],
  ['NUL in a header', get('/', 'X: a\0b')],
  ['a header without a name', get('/', ': a')],
  ['headers without end', `GET / HTTP/1.1\r\n${room}\r\n${'X: 12345678\r\n'.repeat(2_000)}`],
  ['one huge header', get('/', `X: ${'x'.repeat(100_000)}`)],
  ['a huge target', get(`/${'x'.repeat(100_000)}`)],
  ['thousands of query parameters', get(`/?${'a=1&'.repeat(20_000)}`)],
];

/** What would be answered, and logged, if it were taken for a request of its own. */
const hidden = get('/smuggled');

/** Two readers could disagree about where these end. */
export const smuggling: readonly Shape[] = [
  ['two lengths', send(['Content-Length: 0', `Content-Length: ${hidden.length}`], hidden)],
  ['two lengths in one', send([`Content-Length: 0, ${hidden.length}`], hidden)],
  ['a length with a sign', send(['Content-Length: +0'], hidden)],
  ['a length below nought', send(['Content-Length: -1'], hidden)],
  ['a length in hexadecimal', send(['Content-Length: 0x0'], hidden)],
  ['a length beyond all numbers', send([`Content-Length: ${'9'.repeat(40)}`], hidden)],
  ['a length before a space and a colon', send(['Content-Length : 0'], hidden)],
  ['a length and chunks', send([`Content-Length: ${hidden.length + 5}`, chunked], `0\r\n\r\n${hidden}`)],
  ['chunks and a length', send([chunked, 'Content-Length: 0'], `0\r\n\r\n${hidden}`)],
  ['chunks in chunks', send(['Transfer-Encoding: chunked, chunked'], `0\r\n\r\n${hidden}`)],
  ['chunks that are not last', send(['Transfer-Encoding: chunked, identity'], `0\r\n\r\n${hidden}`)],
  ['a coding nobody knows', send(['Transfer-Encoding: xchunked'], `0\r\n\r\n${hidden}`)],
  ['a coding before a space and a colon', send(['Transfer-Encoding : chunked'], `0\r\n\r\n${hidden}`)],
  ['a coding on a second line', send(['Transfer-Encoding:\r\n chunked'], `0\r\n\r\n${hidden}`)],
  ['a size that is no number', send([json, chunked], `0x5\r\nhello\r\n0\r\n\r\n${hidden}`)],
  ['a size beyond all numbers', send([json, chunked], `${'F'.repeat(20)}\r\nhello\r\n0\r\n\r\n${hidden}`)],
  ['a chunk that is longer than it says', send([json, chunked], `1\r\nhello\r\n0\r\n\r\n${hidden}`)],
  ['chunks that end with a bare LF', send([json, chunked], `2\n{}\n0\n\n${hidden}`)],
  ['lines that end with a bare LF', `POST /api/messages HTTP/1.1\n${room}\nContent-Length: 0\n\n${hidden}`],
  ['a header that ends with a bare LF', send(['X: a\nContent-Length: 0'], hidden)],
  ['a header that ends with a bare CR', send(['X: a\rTransfer-Encoding: chunked'], `0\r\n\r\n${hidden}`)],
];

/** Answered like any other, once. */
export const oddRequests: readonly OddShape[] = [
  ['escapes in the target that are no UTF-8', get('/api/files/%ff%c0%af', bearer), [404]],
  ['bytes in a header that are no UTF-8', ask(bearer, 'X: \xff\xfe\x80'), [200]],
  ['a credential that is no UTF-8', ask(`Authorization: Bearer ${'\xff\xfe'.repeat(20)}`), [404]],
  ['a credential twice', ask(bearer, bearer), [404]],
  ['a folded header', ask('Authorization: Bearer\r\n TOKEN'), [200, 400, 404]],
  ['an upgrade', ask('Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Key: AAAA'), [404]],
  ['an upgrade to HTTP/2', ask('Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAMA'), [404]],
  ['an expectation nobody can meet', ask(bearer, 'Expect: 999-wonders'), [417]],
  ['a trace', head('TRACE /api/session HTTP/1.1', room, bearer, close), [400]],
  ['a body where none is read', `${ask(bearer, 'Content-Length: 5')}hello`, [200]],
  ['two types', send([json, json, 'Content-Length: 2', close], '{}'), [415]],
  ['another type', send(['Content-Type: text/plain', 'Content-Length: 2', close], '{}'), [415]],
  ['a body that is no UTF-8', send([json, 'Content-Length: 14', close], '{"text":"\xff\xfe\xc0"}'), [400]],
  ['a body that says it is much larger', send([json, 'Content-Length: 999999999'], '{}'), [413]],
  ['chunks without end', send([json, chunked], `8000\r\n${'x'.repeat(0x8000)}\r\n`.repeat(40)), [413]],
  ['extensions of chunks without end', send([json, chunked], `1;${'x'.repeat(100_000)}\r\n`), [400, 413]],
  ['a parameter a thousand times', get(`/api/feed?${'after=1&'.repeat(1_000)}`), [404]],
  ['a path up and out', get('/api/../../../../etc/passwd', 'Accept: application/json'), [404]],
];

/** So many on one connection, the last of which ends it. */
export const pipeline = (count: number): string =>
  Array.from({ length: count }, (_, at) =>
    head(`GET ${at % 2 === 0 ? '/healthz' : '/api/session'} HTTP/1.1`, room, ...(at === count - 1 ? [close] : [])),
  ).join('');

/** Neither comes to an end. */
export const unfinished = ['GET / HTTP/1.1\r\nX: ', send([json, 'Content-Length: 99'], '{')] as const;
