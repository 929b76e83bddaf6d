/** What every refusal has in common: a code of the endpoint's line, the field, nothing repeated, nothing changed. */
import { expect } from 'vitest';

import type { Endpoint } from '#contract/endpoints/define-endpoint.ts';
import { errorStatus, isErrorCode } from '#contract/error-codes.ts';
import { problemContentType, problemSchema } from '#contract/problem.ts';
import { markup } from '#tests/backend/http/hostile/mutate-json.ts';
import { type Sent, toRequest } from '#tests/backend/http/hostile/mutate-request.ts';
import { usedKey, type World } from '#tests/backend/http/hostile/start-world.ts';
import { listErrors } from '#tests/support/assert-declared.ts';
import { agentCredential } from '#tests/support/create-test-backend.ts';

/** A field's name as the contract writes it; what a client made up is not repeated. */
const fieldPath = /^[\w.?-]{0,200}$/;

export async function expectRefused(world: World, endpoint: Endpoint, sent: Sent): Promise<void> {
  const response = await world.backend(toRequest(sent));
  const text = await response.text();
  expect(world.writes.splice(0), text).toEqual([]);
  expect(response.status, text).toBeGreaterThanOrEqual(400);
  expect(response.status, text).toBeLessThan(500);
  expect(response.headers.get('content-type')).toBe(problemContentType);
  expect(response.headers.get('cache-control')).toBe('no-store');
  const problem = problemSchema.parse(JSON.parse(text));
  expect([...listErrors(endpoint), 'not-found', 'method-not-allowed', 'link-unknown']).toContain(problem.code);
  expect(isErrorCode(problem.code) && errorStatus[problem.code]).toBe(response.status);
  if (problem.code === 'invalid-input') expect(problem.fields).not.toEqual([]);
  for (const { path, message } of problem.fields ?? []) {
    expect(path).toMatch(fieldPath);
    expect(message).toMatch(/^[\w-]{1,40}$/);
  }
  expect(text.length).toBeLessThan(4_000);
  expectSilent(world, text);
}

/** Neither an answer nor the log says whose session it is, what they brought to get in, or what was sent. */
export function expectSilent({ own, other, asked, late }: World, text: string): void {
  const tokens = [own, other, asked, late].map(({ token }) => token);
  const secrets = [
    ...tokens,
    agentCredential,
    usedKey,
    'Cleo',
    'Ada',
    'example.com',
    'office.test',
    '48600700842',
    'Nord Bank',
    markup,
  ];
  for (const secret of secrets) if (text.includes(secret)) expect(text).not.toContain(secret);
}
