/** Which of the endpoints on one path answers a request, by its method. */
import { AppError } from '#backend/app-error.ts';
import type { Call, Route } from '#backend/http/route.ts';
import { withinLimits } from '#backend/http/within-limits.ts';

/** HEAD is GET without its body, unless the table has a line for it; OPTIONS names the methods; any other is refused (405). */
export async function dispatch(routes: readonly Route[], call: Call): Promise<Response> {
  const { method } = call.request;
  const find = (wanted: string) => routes.find(({ endpoint }) => endpoint.method === wanted);

  const route = find(method);
  if (route) return withinLimits(route, call);

  const get = find('GET');
  if (get && method === 'HEAD') return dropBody(await withinLimits(get, call));

  const methods = new Set([...routes.map(({ endpoint }) => endpoint.method), ...(get ? ['HEAD'] : []), 'OPTIONS']);
  const headers = { allow: [...methods].join(', ') };
  if (method === 'OPTIONS') return new Response(null, { status: 204, headers });
  throw new AppError('method-not-allowed', {}, { headers });
}

/** Note: a body that nobody reads is cancelled, or the live feed behind it would go on for ever. */
async function dropBody(response: Response): Promise<Response> {
  await response.body?.cancel();
  return new Response(null, response);
}
