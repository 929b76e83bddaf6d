/**
 * The backend is a function from request to response (architecture rule 1). MSW and Node are two ways to call it; every
 * backend test calls it directly.
 */
import { Hono } from 'hono';

import { AppError } from '#backend/app-error.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { dispatch } from '#backend/http/dispatch.ts';
import type { Call, Route } from '#backend/http/route.ts';
import { toProblemResponse } from '#backend/http/to-problem-response.ts';
import { routes } from '#backend/routes.ts';

export type Backend = (request: Request) => Promise<Response>;

/** `extraRoutes`: what this host answers besides; QA's own are served only where a host asks for them here. */
type BackendOptions = { extraRoutes?: readonly Route[] };

export function createBackend(deps: BackendDeps, { extraRoutes = [] }: BackendOptions = {}): Backend {
  const app = new Hono();
  // Note: one handler a path, whatever the method: Hono would answer HEAD by GET and an unknown method by 404.
  for (const [path, onPath] of Map.groupBy([...routes, ...extraRoutes], ({ endpoint }) => endpoint.path)) {
    app.all(path, async ({ req }) =>
      answer(path, { deps, request: req.raw, requestId: deps.createId(), params: req.param() }, (call) =>
        dispatch(onPath, call),
      ),
    );
  }
  app.notFound(async ({ req }) =>
    answer('(none)', { deps, request: req.raw, requestId: deps.createId(), params: {} }, () =>
      Promise.reject(new AppError('not-found')),
    ),
  );
  return async (request) => app.fetch(request);
}

/** One answer and one log line a request, whatever happens. */
async function answer(route: string, call: Call, handle: (call: Call) => Promise<Response>): Promise<Response> {
  const { deps, request, requestId } = call;
  const line = { requestId, method: request.method, route };
  try {
    const response = await handle(call);
    deps.log({ ...line, status: response.status });
    return response;
  } catch (error) {
    const response = toProblemResponse(error, requestId);
    const reason = error instanceof AppError ? { code: error.code, cause: error.cause } : { cause: error };
    deps.log({ ...line, status: response.status, ...reason });
    return response;
  }
}
