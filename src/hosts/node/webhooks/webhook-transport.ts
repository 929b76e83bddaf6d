/**
 * Deliveries to the business's systems: one POST each, to the address that its name leads to at that very moment, if it may be reached. Nothing of
 * the answer is read but its status, and no redirection is followed.
 */
import { lookup } from 'node:dns';
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';

import type { WebhookResult, WebhookTransport } from '#backend/systems/deliver-webhooks.ts';
import { isClosed } from '#hosts/node/webhooks/closed-addresses.ts';

type Options = { toLoopback: boolean };

class ClosedAddressError extends Error {}

export function createWebhookTransport({ toLoopback }: Options): WebhookTransport {
  const lookupOpen = createOpenLookup({ toLoopback });
  return ({ url, headers, body }, signal) => {
    const target = new URL(url);
    // Note: an address is connected to without being looked up.
    const literal = target.hostname.replaceAll(/^\[|\]$/g, '');
    if (isIP(literal) && isClosed(literal, { toLoopback })) return Promise.resolve(refused);
    const { promise, resolve, reject } = Promise.withResolvers<WebhookResult>();
    const send = target.protocol === 'https:' ? requestSecure : requestPlain;
    const sent = send(target, { method: 'POST', headers, lookup: lookupOpen, signal, agent: false });
    sent.once('response', (response) => {
      resolve(toResult(response.statusCode ?? 0));
      // Note: an answer may have no end.
      response.destroy();
    });
    sent.on('error', reject);
    sent.end(body);
    return promise.catch(toFailure);
  };
}

/** Note: looked up and looked at in one step, so that a name which leads elsewhere a moment later is of no use to anybody. */
const createOpenLookup =
  ({ toLoopback }: Options): LookupFunction =>
  (name, options, callback) => {
    lookup(name, { ...options, all: true }, (error, found) => {
      const [first] = error ? [] : found;
      if (!first) callback(error ?? new Error(`${name} leads nowhere.`), '');
      else if (found.some(({ address }) => isClosed(address, { toLoopback }))) callback(new ClosedAddressError(), '');
      else if (options.all) callback(null, found);
      else callback(null, first.address, first.family);
    });
  };

const refused: WebhookResult = { kind: 'refused', answer: 'address not allowed' };

/** 410 is how a receiver says that it wants to hear no more of it. */
function toResult(status: number): WebhookResult {
  const kind = status >= 200 && status < 300 ? 'sent' : status === 410 ? 'refused' : 'failed';
  return { kind, answer: `HTTP ${status}` };
}

function toFailure(error: unknown): WebhookResult {
  if (error instanceof ClosedAddressError) return refused;
  const { code, name }: Partial<NodeJS.ErrnoException> = error instanceof Error ? error : {};
  return { kind: 'failed', answer: name === 'AbortError' ? 'no answer in time' : (code ?? 'no connection') };
}
