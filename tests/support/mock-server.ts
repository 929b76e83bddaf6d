import { cleanup } from '@testing-library/react';
import { http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll } from 'vitest';

import type { Backend } from '#backend/create-backend.ts';

/** Every request of the page goes to the backend of the test that runs; anything else fails the test. */
export function useMockServer() {
  const server = setupServer();
  beforeAll(() => {
    server.listen({ onUnhandledFrame: 'error' });
  });
  afterEach(() => {
    // Note: first the page goes, which would ask on.
    cleanup();
    server.resetHandlers();
  });
  afterAll(() => {
    server.close();
  });
  return {
    server,
    serve: (backend: Backend) => {
      server.use(http.all('*/api/*', ({ request }) => backend(request)));
    },
  };
}
