import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

import { allEndpoints } from '#contract/endpoints/all-endpoints.ts';
import { getApiDescription } from '#contract/endpoints/description.ts';
import { examples } from '#backend/openapi/examples.ts';
import { createExchangeCheck } from '#tests/support/check-exchange.ts';
import { createTestBackend, testOrigin } from '#tests/support/create-test-backend.ts';
import { createCaller } from '#tests/support/start-session.ts';

const call = createCaller(createTestBackend().backend, null);
const readDescription = async () => getApiDescription.output.parse(await (await call(getApiDescription)).json());

describe('The description of the API', () => {
  it('is OpenAPI 3.1, by the schema of OpenAPI itself', async () => {
    const validator = new Validator();
    expect(await validator.validate(await readDescription())).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
  });

  it('names the scopes of API keys where they are let in, and nowhere else', async () => {
    const { paths } = z.looseObject({ paths: z.record(z.string(), z.unknown()) }).parse(await readDescription());
    expect(paths).toMatchObject({
      '/api/agent/sessions': { post: { security: [{ agent: [] }, { apiKey: ['start-sessions'] }] } },
      '/api/agent/documents': {
        post: { security: [{ agent: [] }, { apiKey: ['start-sessions'] }, { apiKey: ['steer-sessions'] }] },
      },
      '/api/agent/people': { get: { security: [{ agent: [] }] } },
      '/api/entry': { get: { security: [{ customer: [] }] } },
    });
  });

  it('is of this host, and anybody may read it', async () => {
    expect(await readDescription()).toMatchObject({ servers: [{ url: testOrigin }] });
  });

  it('has every endpoint of the table under its name, and nothing else', async () => {
    const { operations } = createExchangeCheck(await readDescription());
    const wanted = Object.entries(allEndpoints).map(([operationId, { method, path }]) => ({
      operationId,
      line: `${method.toLowerCase()} ${path.replaceAll(/:([A-Za-z]+)/g, '{$1}')}`,
    }));
    const byName = (one: { operationId: string }, other: { operationId: string }) =>
      one.operationId < other.operationId ? -1 : 1;
    expect(operations.toSorted(byName)).toEqual(wanted.toSorted(byName));
  });

  it('gives examples that are what it says', async () => {
    const { complain, operations } = createExchangeCheck(await readDescription());
    for (const [name, { input, output }] of Object.entries(examples)) {
      const [method = '', path = ''] =
        operations.find(({ operationId }) => operationId === name)?.line.split(' ') ?? [];
      const json = ['content', 'application/json', 'schema'];
      if (input !== undefined) expect(complain(['paths', path, method, 'requestBody', ...json], input)).toEqual([]);
      expect(complain(['paths', path, method, 'responses', 200, ...json], output)).toEqual([]);
    }
  });
});
