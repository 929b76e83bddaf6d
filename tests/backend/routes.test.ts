import { describe, expect, it } from 'vitest';

import { allEndpoints } from '#contract/endpoints/all-endpoints.ts';
import * as qaEndpoints from '#contract/endpoints/qa.ts';
import { errorStatus } from '#contract/error-codes.ts';
import { qaRoutes } from '#backend/qa/qa-routes.ts';
import { routes } from '#backend/routes.ts';
import { assertDeclared } from '#tests/support/assert-declared.ts';
import { agentCredential, createTestBackend } from '#tests/support/create-test-backend.ts';
import { createCaller, readCode } from '#tests/support/start-session.ts';

const endpoints = Object.entries(allEndpoints).map(([name, endpoint]) => ({ name, ...endpoint }));
const toLine = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

describe('The endpoint table', () => {
  it.each(endpoints)('has its line $name answered by exactly one route', (endpoint) => {
    const answering = routes.filter((route) => toLine(route.endpoint) === toLine(endpoint));
    expect(answering).toHaveLength(1);
  });

  it('has a line for every route', () => {
    const lines = new Set(endpoints.map(toLine));
    expect(routes.map(({ endpoint }) => toLine(endpoint)).filter((line) => !lines.has(line))).toEqual([]);
  });

  it('has no path that another one would answer too', () => {
    const shapes = endpoints.map(({ method, path }) => `${method} ${path.replaceAll(/:[A-Za-z]+/g, '*')}`);
    expect(shapes.filter((shape, at) => shapes.indexOf(shape) !== at)).toEqual([]);
  });

  it.each(endpoints.filter(({ caller }) => caller === 'customer'))(
    'lets nobody without a link through $name',
    async ({ method, path }) => {
      const call = createCaller(createTestBackend().backend, null);
      const params = { interactionId: 'i', fileId: 'f', uploadId: 'u' };
      const headers = { 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream' };
      const response = await call({ method, path }, { params, headers });
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
    },
  );
});

describe("QA's own endpoints", () => {
  const qaLines = Object.values(qaEndpoints).map(toLine);

  it('are answered by one route each, and by no more', () => {
    expect(qaRoutes.map(({ endpoint }) => toLine(endpoint)).toSorted()).toEqual(qaLines.toSorted());
  });

  it('are in no table and on no route of a host that does not ask for them', async () => {
    const lines = [...endpoints, ...routes.map(({ endpoint }) => endpoint)].map(toLine);
    expect(lines.filter((line) => qaLines.includes(line) || line.includes('/api/qa/'))).toEqual([]);
    for (const { method, path } of Object.values(qaEndpoints)) {
      const call = createCaller(createTestBackend().backend, agentCredential);
      expect(await readCode(call({ method, path }, { params: { sessionId: 's' } }))).toBe('not-found');
    }
  });
});

describe('An answer that the table does not name', () => {
  const line = { requestId: 'request-1', method: 'GET', route: '/api/session', status: 409 };

  it('fails the test it is given in', () => {
    expect(() => assertDeclared({ ...line, code: 'draft-conflict' })).toThrow(
      'Did you forget it in the errors of getSession?',
    );
    expect(() => assertDeclared({ ...line, code: 'session-ended' })).not.toThrow();
  });

  it('is never an error that nobody knows', () => {
    const named = endpoints.flatMap(({ errors }): readonly string[] => errors);
    expect(named.filter((code) => !Object.hasOwn(errorStatus, code))).toEqual([]);
  });

  it('is not-found where there is no endpoint', async () => {
    const call = createCaller(createTestBackend().backend, null);
    expect(await readCode(call({ method: 'GET', path: '/api/nothing' }))).toBe('not-found');
  });
});
