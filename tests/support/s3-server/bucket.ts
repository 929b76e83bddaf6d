/** What one bucket answers to a request whose signature is right. */
import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

type StoredObject = { bytes: Uint8Array; metadata: Readonly<Record<string, string>> };
export type Bucket = { name: string; objects: Map<string, StoredObject> };
export type Answer = { status: number; headers: Readonly<Record<string, string>>; body: Uint8Array };
type Asked = { method: string; target: string; headers: IncomingHttpHeaders; body: Uint8Array };

/** Small, so that a test needs few objects for several pages. */
const pageSize = 5;

const encode = (text: string) => new TextEncoder().encode(text);
const answerXml = (status: number, xml: string): Answer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: encode(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}`),
});
const done = (status: number, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers,
  body: encode(''),
});

export const refuse = (status: number, code: string): Answer =>
  answerXml(status, `<Error><Code>${code}</Code><Message>Told to.</Message><RequestId>1</RequestId></Error>`);

export function answerBucket(bucket: Bucket, asked: Asked): Answer {
  const url = new URL(asked.target, 'http://s3.invalid');
  const [, name = '', ...segments] = asked.target.split('?')[0]?.split('/') ?? [];
  if (name !== bucket.name) return refuse(404, 'NoSuchBucket');
  const key = decodeURIComponent(segments.join('/'));
  if (key === '')
    return asked.method === 'GET' ? listObjects(bucket, url.searchParams) : refuse(405, 'MethodNotAllowed');
  switch (asked.method) {
    case 'PUT':
      return putObject(bucket, key, asked);
    case 'GET':
      return getObject(bucket, key);
    case 'DELETE':
      bucket.objects.delete(key);
      return done(204);
    default:
      return refuse(405, 'MethodNotAllowed');
  }
}

function putObject({ objects }: Bucket, key: string, { headers, body }: Asked): Answer {
  if (headers['if-none-match'] === '*' && objects.has(key)) return refuse(412, 'PreconditionFailed');
  const checksum = headers['x-amz-checksum-sha256'];
  const isRight = checksum === createHash('sha256').update(body).digest('base64');
  if (!isRight) return refuse(400, 'BadDigest');
  const metadata = Object.entries(headers).filter(([name]) => name.startsWith('x-amz-meta-'));
  objects.set(key, {
    bytes: body,
    metadata: Object.fromEntries(metadata.map(([name, value]) => [name, String(value)])),
  });
  return done(200, { etag: toEtag(body) });
}

function getObject({ objects }: Bucket, key: string): Answer {
  const found = objects.get(key);
  if (!found) return refuse(404, 'NoSuchKey');
  return { status: 200, headers: { ...found.metadata, etag: toEtag(found.bytes) }, body: found.bytes };
}

const toEtag = (bytes: Uint8Array) => `"${createHash('md5').update(bytes).digest('hex')}"`;

/** ListObjectsV2: in the order of the names, a page at a time. */
function listObjects({ objects }: Bucket, query: URLSearchParams): Answer {
  if (query.get('list-type') !== '2') return refuse(501, 'NotImplemented');
  const after = query.get('continuation-token') ?? '';
  const keys = [...objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '')).toSorted();
  const rest = keys.filter((key) => key > after);
  const page = rest.slice(0, pageSize);
  const isMore = rest.length > page.length;
  const contents = page.map((key) => `<Contents><Key>${escapeXml(key)}</Key></Contents>`).join('');
  const token = isMore ? `<NextContinuationToken>${escapeXml(page.at(-1) ?? '')}</NextContinuationToken>` : '';
  return answerXml(
    200,
    `<ListBucketResult><IsTruncated>${isMore}</IsTruncated>${token}<KeyCount>${page.length}</KeyCount>${contents}</ListBucketResult>`,
  );
}

const escapeXml = (text: string) => text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
