/**
 * AWS Signature Version 4 as a server checks it, written from the specification with `node:crypto` alone: a second opinion on what the
 * client signs.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export type Key = { region: string; accessKeyId: string; secretAccessKey: string };

type Signed = { method: string; target: string; headers: IncomingHttpHeaders; body: Uint8Array };

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Uint8Array, text: string) => createHmac('sha256', key).update(text).digest();

const pattern =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/;

/** Milliseconds that the clocks may differ. */
const skew = 15 * 60_000;

/** The code of what is wrong with a request, as S3 says it; null when it is signed rightly. */
export function findSignatureFault(request: Signed, key: Key, now: number): string | null {
  const [, id, day, region, names = '', signature = ''] = pattern.exec(request.headers.authorization ?? '') ?? [];
  if (id === undefined || day === undefined) return 'AccessDenied';
  if (region !== key.region) return 'AuthorizationHeaderMalformed';
  if (id !== key.accessKeyId) return 'InvalidAccessKeyId';
  const time = String(request.headers['x-amz-date']);
  if (!time.startsWith(day) || Math.abs(parseTime(time) - now) > skew) return 'RequestTimeTooSkewed';
  const payload = String(request.headers['x-amz-content-sha256']);
  if (payload !== 'UNSIGNED-PAYLOAD' && payload !== sha256(request.body)) return 'XAmzContentSHA256Mismatch';
  if (!isHostSigned(names)) return 'SignatureDoesNotMatch';

  const scope = `${day}/${key.region}/s3/aws4_request`;
  const canonical = toCanonicalRequest(request, names.split(';'), payload);
  const text = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n');
  const signingKey = [key.region, 's3', 'aws4_request'].reduce(hmac, hmac(`AWS4${key.secretAccessKey}`, day));
  const isRight = timingSafeEqual(hmac(signingKey, text), Buffer.from(signature, 'hex'));
  return isRight ? null : 'SignatureDoesNotMatch';
}

const isHostSigned = (names: string) => names.split(';').includes('host');

/** `20261125T210000Z` */
const parseTime = (time: string) =>
  Date.parse(time.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

/** Note: S3 takes the path as it was sent; every other service of AWS encodes it once more. */
function toCanonicalRequest({ method, target, headers }: Signed, names: readonly string[], payload: string): string {
  const [path = '', query = ''] = target.split('?', 2);
  const pairs = query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => (pair.includes('=') ? pair : `${pair}=`))
    .toSorted();
  const lines = names.map((name) => `${name}:${String(headers[name]).trim().replace(/\s+/g, ' ')}\n`);
  return [method, path, pairs.join('&'), lines.join(''), names.join(';'), payload].join('\n');
}
