import { describe, expect, it } from 'vitest';

import { allEndpoints } from '#contract/endpoints/all-endpoints.ts';
import { toPath } from '#contract/endpoints/define-endpoint.ts';
import { errorStatus, isErrorCode } from '#contract/error-codes.ts';
import { problemSchema } from '#contract/problem.ts';

const endpoints = Object.entries(allEndpoints).map(([name, endpoint]) => ({ name, ...endpoint }));
const parameters = [
  'sessionId',
  'interactionId',
  'fileId',
  'uploadId',
  'teamId',
  'personId',
  'checkoutId',
  'ticket',
  'keyId',
  'webhookId',
  'participantId',
  'deliveryId',
  'messageId',
];

describe('An address', () => {
  it.each(endpoints)('of $name is filled by the parameters there are', ({ path }) => {
    const filled = toPath(path, Object.fromEntries(parameters.map((name) => [name, `the-${name}`])));
    expect(filled).toMatch(/^\/[a-zA-Z/.-]+$/);
    expect(filled).not.toContain(':');
  });

  it('takes every value as one segment, so that none can lead elsewhere', () => {
    const path = '/api/files/:fileId';
    expect(toPath(path, { fileId: '../agent/sessions?x=1#y' })).toBe('/api/files/..%2Fagent%2Fsessions%3Fx%3D1%23y');
    expect(toPath(path, { fileId: '$&' })).toBe('/api/files/%24%26');
  });

  it('says which parameter it misses', () => {
    expect(() => toPath('/api/files/:fileId', {})).toThrow('Failed to build /api/files/:fileId: no value for :fileId.');
  });
});

describe('An endpoint', () => {
  it.each(endpoints)('$name has a line of its own: nobody else has its method and path', ({ method, path }) => {
    expect(endpoints.filter((other) => other.method === method && other.path === path)).toHaveLength(1);
  });

  it.each(endpoints)('$name belongs to who may call it, by its address too', ({ path, caller }) => {
    expect(path.startsWith('/api/agent/')).toBe(caller === 'agent');
  });

  it.each(endpoints)('$name reads without a body when it reads', ({ method, input }) => {
    if (method === 'GET' || method === 'HEAD') expect(input).toBeNull();
  });
});

describe('The table of errors', () => {
  const codes = Object.entries(errorStatus);

  it.each(codes)('has a status for %s that says whose fault it is', (code, status) => {
    const isOurs = ['internal', 'service-unavailable', 'payment-unavailable'].includes(code);
    expect(status >= 500).toBe(isOurs);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    expect(isErrorCode(code)).toBe(true);
  });

  it.each(['', 'mood', 'constructor', '__proto__', 'toString'])('does not know "%s"', (code) => {
    expect(isErrorCode(code)).toBe(false);
  });
});

describe('A problem', () => {
  const problem = {
    type: 'urn:session-room:problem:too-soon',
    title: 'This was done a moment ago.',
    status: 429,
    code: 'too-soon',
    requestId: 'request-1',
  };

  it('is read with what it has beside: fields, and when to try again', () => {
    const full = { ...problem, fields: [{ path: 'customer.email', message: 'required' }], retryAfter: 30 };
    expect(problemSchema.parse(full)).toEqual(full);
    expect(problemSchema.parse(problem)).toEqual(problem);
  });

  it('may have a code that this build does not know', () => {
    expect(problemSchema.parse({ ...problem, code: 'full-moon' }).code).toBe('full-moon');
  });

  it.each(['type', 'title', 'status', 'code', 'requestId'])('is none without its %s', (name) => {
    expect(problemSchema.safeParse({ ...problem, [name]: undefined }).success).toBe(false);
  });
});
