/**
 * Everything the host answers, as one function: health, the API, the room for whoever comes by a link, and the console for those who work
 * here. It adds what every answer of this origin says to a browser, and writes one line a request.
 */
import type { Backend } from '#backend/create-backend.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { withAgentCookie } from '#hosts/node/http/agent-cookie.ts';
import { compressResponse } from '#hosts/node/http/compress-response.ts';
import type { Handler } from '#hosts/node/http/create-http-server.ts';
import { protocolHeader } from '#hosts/node/http/client-address.ts';
import type { Log } from '#hosts/node/log.ts';
import type { Metrics } from '#hosts/node/metrics/create-metrics.ts';
import { answerFile } from '#hosts/node/site/answer-file.ts';
import { createPageAnswer } from '#hosts/node/site/answer-page.ts';
import { answerConsolePage } from '#hosts/node/site/answer-console-page.ts';
import type { Site } from '#hosts/node/site/load-site.ts';

type HandlerDeps = {
  backend: Backend;
  deps: BackendDeps;
  site: Site;
  consoleSite: Site;
  log: Log;
  metrics: Metrics | null;
  isReady: () => Promise<boolean>;
};

const consolePaths = /^\/console(\/|$)/;
const backendPaths = /^\/(api|sandbox-provider)\//;

export function createHandler({ backend, deps, site, consoleSite, log, metrics, isReady }: HandlerDeps): Handler {
  const isSecure = deps.publicOrigin.startsWith('https:');
  const answerApi = withAgentCookie(backend, deps.publicOrigin);
  const answerPage = createPageAnswer(site.page, { backend, deps });

  const answer = async (request: Request, pathname: string): Promise<{ route: string | null; response: Response }> => {
    if (pathname === '/healthz') return { route: pathname, response: say(200) };
    if (pathname === '/readyz') return { route: pathname, response: say((await isReady()) ? 200 : 503) };
    if (pathname === '/metrics') return { route: pathname, response: (await metrics?.answer(request)) ?? say(404) };
    // Note: the backend writes its own line, with the pattern of the path.
    if (backendPaths.test(pathname)) return { route: null, response: await answerApi(request) };
    const file = site.files.get(pathname) ?? consoleSite.files.get(pathname);
    if (file) return { route: '(file)', response: answerFile(request, file) };
    if (isNavigation(request) && isPlain(request) && isSecure)
      return { route: '(page)', response: redirect(deps.publicOrigin, request) };
    if (isNavigation(request) && consolePaths.test(pathname))
      return { route: '(console)', response: answerConsolePage(consoleSite.page) };
    if (isNavigation(request)) return { route: '(page)', response: await answerPage(request) };
    return { route: '(none)', response: say(404) };
  };

  return (request) =>
    log.during(async (current) => {
      const { route, response } = await answer(request, new URL(request.url).pathname);
      if (route !== null)
        log.request({ requestId: deps.createId(), method: request.method, route, status: response.status });
      const compressed = await compressResponse(request, response);
      if (current.line) metrics?.request(current.line, performance.now() - current.startedAt);
      return withHeaders(compressed, {
        'x-request-id': current.line?.requestId ?? '',
        ...(isSecure && { 'strict-transport-security': 'max-age=31536000' }),
      });
    });
}

/** Somebody who wants a page, not a script that asks for a file which is not there. */
const isNavigation = ({ method, headers }: Request): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  (headers.get('sec-fetch-mode') ?? 'navigate') === 'navigate' &&
  /text\/html|^\*\/\*$/.test(headers.get('accept') ?? '*/*');

/** Asked for without TLS, by what a proxy that is trusted says. */
const isPlain = ({ headers }: Request): boolean => headers.get(protocolHeader) === 'http';

function redirect(origin: string, { url }: Request): Response {
  const { pathname, search } = new URL(url);
  return new Response(null, { status: 308, headers: { location: `${origin}${pathname}${search}` } });
}

const say = (status: 200 | 404 | 503): Response =>
  new Response(status === 200 ? 'ok\n' : 'no\n', {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });

/** Of every answer, unless it says so itself. */
const general = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
};

/** Note: in place, because another response around the same body would read it through one stream more. */
function withHeaders(response: Response, own: Readonly<Record<string, string>>): Response {
  for (const [name, value] of Object.entries({ ...general, ...own })) {
    if (!response.headers.has(name)) response.headers.set(name, value);
  }
  return response;
}
