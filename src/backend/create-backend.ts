/**
 * The backend is a function from request to response (architecture rule 1). MSW and Node are two ways to call it; every
 * backend test calls it directly.
 */
import { Hono } from 'hono';

import { AppError } from '#backend/app-error.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { toProblemResponse } from '#backend/http/to-problem-response.ts';
import { routes } from '#backend/routes.ts';

export type Backend = (request: Request) => Promise<Response>;

export function createBackend(deps: BackendDeps): Backend {
  const app = new Hono();

  for (const { endpoint, handle } of routes) {
    app.on(endpoint.method, endpoint.path, async (context) => {
      const requestId = deps.createId();
      const request = context.req.raw;
      const line = { requestId, method: request.method, route: endpoint.path };
      try {
        const response = await handle({ deps, request, requestId, params: context.req.param() });
        deps.log({ ...line, status: response.status });
        return response;
      } catch (error) {
        const response = toProblemResponse(error, requestId);
        const reason = error instanceof AppError ? { code: error.code } : { cause: error };
        deps.log({ ...line, status: response.status, ...reason });
        return response;
      }
    });
  }
  app.notFound(() => toProblemResponse(new AppError('not-found'), deps.createId()));
  return async (request) => app.fetch(request);
}
