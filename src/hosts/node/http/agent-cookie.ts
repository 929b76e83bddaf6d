/**
 * Agents on pages of this host are signed in by a cookie that no script can read. It belongs to the host alone: the backend is given the
 * bearer that it stands for, and what the backend says in answer to signing in and out becomes the cookie. Scripts send the bearer themselves.
 */
import { signIn, signOut, signOutEverywhere } from '#contract/endpoints/people.ts';
import type { Backend } from '#backend/create-backend.ts';

const agentPaths = '/api/agent/';

export function withAgentCookie(backend: Backend, publicOrigin: string): Backend {
  const isSecure = publicOrigin.startsWith('https:');
  // Note: with this prefix browsers take it only from this very origin, over TLS.
  const name = isSecure ? '__Host-agent' : 'agent';
  const toCookie = (value: string, seconds: number) =>
    `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`;

  return async (request) => {
    if (!isOfOwnPage(request, publicOrigin)) return backend(request);
    const { pathname } = new URL(request.url);
    const response = await backend(pathname.startsWith(agentPaths) ? withBearer(request, name) : request);
    if (!response.ok) return response;
    switch (pathname) {
      case signIn.path: {
        const { token, expiresAt } = signIn.output.parse(await response.json());
        const seconds = Math.floor((Date.parse(expiresAt) - Date.now()) / 1_000);
        return withCookie(Response.json({ token: null, expiresAt }, response), toCookie(token ?? '', seconds));
      }
      case signOut.path:
      case signOutEverywhere.path:
        return withCookie(response, toCookie('', 0));
      default:
        return response;
    }
  };
}

/**
 * Note: a page of another site can make a browser send the cookie's request, but cannot lie about where it comes from. Browsers that say
 * nothing (plain HTTP, old ones) still name the origin of every write.
 */
function isOfOwnPage({ method, headers }: Request, publicOrigin: string): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = headers.get('origin');
  return origin === null ? method === 'GET' || method === 'HEAD' : origin === publicOrigin;
}

function withBearer(request: Request, name: string): Request {
  const cookies = (request.headers.get('cookie') ?? '').split(';').map((cookie) => cookie.trim());
  const token = cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1);
  if (!token || request.headers.has('authorization')) return request;
  const headers = new Headers(request.headers);
  headers.set('authorization', `Bearer ${token}`);
  return new Request(request, { headers });
}

function withCookie(response: Response, cookie: string): Response {
  const headers = new Headers(response.headers);
  headers.set('set-cookie', cookie);
  return new Response(response.body, { status: response.status, headers });
}
