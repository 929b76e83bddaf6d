/**
 * Answers a navigation with the room's page. On the page of a link the backend is asked for the entry first, inside this process, so that
 * the page arrives with what it is about; asking has no side effect, here as anywhere.
 */
import { getEntry } from '#contract/endpoints/entry.ts';
import type { Backend } from '#backend/create-backend.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { findLinkHolder } from '#backend/http/caller.ts';
import { addressHeader } from '#hosts/node/http/client-address.ts';
import { resolveRecordPolicy } from '#backend/session/resolve-record-gate.ts';
import { createPage, type PlacedEntry } from '#hosts/node/site/create-page.ts';

/** Milliseconds that the page waits for its entry; later than that, it asks for it itself. */
const patience = 150;

const linkPath = /^\/s\/([^/]+)/;

export function createPageAnswer(html: string, { backend, deps }: { backend: Backend; deps: BackendDeps }) {
  const page = createPage(html);

  const askEntry = async (headers: Headers): Promise<PlacedEntry> => {
    const answer = await backend(new Request(new URL(getEntry.path, deps.publicOrigin), { headers }));
    return { status: answer.status, type: answer.headers.get('content-type') ?? '', body: await answer.text() };
  };

  return async (request: Request): Promise<Response> => {
    const token = linkPath.exec(new URL(request.url).pathname)?.[1];
    const headers = new Headers({ [addressHeader]: request.headers.get(addressHeader) ?? '' });
    if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
    const [entry, frames] =
      token === undefined
        ? [null, []]
        : await Promise.all([within(patience, askEntry(headers)), listFrames(deps, headers)]);
    return new Response(page.write(entry), {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy': page.policy(frames),
        'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()',
        'cross-origin-opener-policy': 'same-origin',
      },
    });
  };
}

/** Who may show the page of this link in a frame: whom the policy of its session allows, whatever state it is in. Nobody else, and nobody for a link that does not work. */
async function listFrames(deps: BackendDeps, headers: Headers): Promise<string[]> {
  try {
    const { record } = await findLinkHolder(deps, new Request(deps.publicOrigin, { headers }));
    const { allowedOrigins } = await resolveRecordPolicy(deps, record);
    return allowedOrigins.value.map((url) => new URL(url).origin).filter((origin) => /^https?:/.test(origin));
  } catch {
    return [];
  }
}

/** Null when the time is over, or when it failed: either way the page asks for itself. */
async function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result | null> {
  const { promise, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(() => resolve(null), milliseconds);
  const result = await Promise.race([work.catch(() => null), promise]);
  clearTimeout(timer);
  return result;
}
