/**
 * Where a request comes from, and how: the peer of the connection, or what the proxies in front of us say of theirs, when the operator
 * said how many there are (`TRUST_PROXY`). Whatever else a client claims to be is taken out of the request.
 */
import type { IncomingMessage } from 'node:http';
import { isIPv4, isIPv6 } from 'node:net';

/** Ours alone: set by `readOrigin`, whatever came in. Never logged. */
export const addressHeader = 'x-client-address';
export const protocolHeader = 'x-forwarded-proto';

/** What a client may write and nobody behind us may read. */
export const claimHeaders: ReadonlySet<string> = new Set([
  addressHeader,
  protocolHeader,
  'x-forwarded-for',
  'forwarded',
]);

/** The headers that say it to whoever is behind us. */
export function readOrigin(incoming: IncomingMessage, trustedProxies: number): Record<string, string> {
  const peer = coarsen(incoming.socket.remoteAddress ?? '') ?? 'unknown';
  if (trustedProxies === 0) return { [addressHeader]: peer };
  const protocol = pick(incoming, protocolHeader, trustedProxies);
  return {
    [addressHeader]: coarsen(withoutPort(pick(incoming, 'x-forwarded-for', trustedProxies))) ?? peer,
    ...((protocol === 'http' || protocol === 'https') && { [protocolHeader]: protocol }),
  };
}

/**
 * Every proxy adds its own peer on the right, so the last `trusted` entries are true and what stands left of them is the client's to
 * invent. Where there are fewer, the leftmost was written by one of ours.
 */
function pick({ headersDistinct }: IncomingMessage, name: string, trusted: number): string {
  const entries = (headersDistinct[name] ?? []).join(',').split(',');
  return entries.at(Math.max(-trusted, -entries.length))?.trim().toLowerCase() ?? '';
}

const withoutPort = (entry: string): string =>
  /^\[(.*)\](?::\d+)?$/.exec(entry)?.[1] ?? /^([\d.]+):\d+$/.exec(entry)?.[1] ?? entry;

/** An IPv4 address as it is, an IPv6 one by its network (/64), which is what one customer is given. Null for what is neither. */
export function coarsen(address: string): string | null {
  const plain = address.replace(/^::ffff:(?=[\d.]+$)/i, '').replace(/%.*$/, '');
  if (isIPv4(plain)) return plain;
  // Note: written in the one way that the URL standard has for it.
  const written = isIPv6(plain) ? URL.parse(`http://[${plain}]`)?.hostname.slice(1, -1) : undefined;
  if (written === undefined) return null;
  const [before = [], after = []] = written.split('::').map((part) => part.split(':').filter(Boolean));
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return `${[...before, ...zeros, ...after].slice(0, 4).join(':')}::/64`;
}
