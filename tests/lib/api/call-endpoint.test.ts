import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';

import { getEntry, getSession } from '#contract/endpoints/entry.ts';
import { sendMessage } from '#contract/endpoints/message.ts';
import { getFile } from '#contract/endpoints/interaction.ts';
import { errorStatus } from '#contract/error-codes.ts';
import { idempotencyKeySchema } from '#contract/ids.ts';
import { problemContentType } from '#contract/problem.ts';
import { callEndpoint, createKey, sendRequest } from '#lib/api/call-endpoint.ts';
import { ApiError, ContractError, failureCode, isRetryable, NetworkError } from '#lib/api/failures.ts';
import { createTestBackend } from '#tests/support/create-test-backend.ts';
import { useMockServer } from '#tests/support/mock-server.ts';
import { startTestSession } from '#tests/support/start-session.ts';

const { server, serve } = useMockServer();
const token = 'x'.repeat(43);

const answer = (response: () => Response | Promise<Response>) => {
  server.use(http.all('*/api/*', response));
};
const ask = (signal?: AbortSignal) => callEndpoint(getSession, null, { token, ...(signal && { signal }) });
const fail = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'did not fail',
    (error: unknown) => error,
  );
const askAndFail = async (response: () => Response | Promise<Response>) => {
  answer(response);
  return fail(ask());
};
const problem = (code: string, status: number, beside: object = {}) =>
  new Response(JSON.stringify({ type: 'urn:x', title: 'X', status, code, requestId: 'request-1', ...beside }), {
    status,
    headers: { 'content-type': problemContentType },
  });
const html = (status: number) =>
  new Response('<!doctype html><title>Bad gateway</title>', { status, headers: { 'content-type': 'text/html' } });

/** A body that breaks off before it is whole. */
const cutOff = (status: number, type: string) => {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"id":'));
      setTimeout(() => {
        controller.error(new TypeError('terminated'));
      });
    },
  });
  return new Response(body, { status, headers: { 'content-type': type } });
};

describe('A call', () => {
  it('brings what the contract says, from the real backend', async () => {
    const session = await startTestSession();
    serve(session.backend);
    const found = await callEndpoint(getSession, null, { token: session.token });
    expect(found.id).toBe(session.sessionId);
  });

  it('sends the token, the key and the input, and nothing a cookie could hold', async () => {
    const seen: Request[] = [];
    server.use(
      http.post('*/api/messages', ({ request }) => {
        seen.push(request.clone());
        return problem('not-allowed', 403);
      }),
    );
    const key = createKey();
    await fail(callEndpoint(sendMessage, { text: 'Hello' }, { token, key }));
    const [request] = seen;
    expect(request?.headers.get('authorization')).toBe(`Bearer ${token}`);
    expect(request?.headers.get('idempotency-key')).toBe(key);
    expect(request?.headers.get('content-type')).toBe('application/json');
    expect(request?.headers.get('cookie')).toBeNull();
    expect(await request?.json()).toEqual({ text: 'Hello' });
  });

  it('puts parameters and query where they belong', async () => {
    let url = '';
    server.use(
      http.get('*/api/files/*', ({ request }) => {
        url = request.url;
        return new HttpResponse('bytes');
      }),
    );
    const response = await sendRequest(getFile, undefined, {
      token,
      params: { fileId: 'a/b' },
      query: { after: '1 2' },
    });
    expect(await response.text()).toBe('bytes');
    expect(new URL(url).pathname).toBe('/api/files/a%2Fb');
    expect(new URL(url).searchParams.get('after')).toBe('1 2');
  });
});

describe('A call fails as ApiError', () => {
  it('when the backend says no, with all it says', async () => {
    const error = await askAndFail(() => problem('too-soon', 429, { retryAfter: 30 }));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ problem: { code: 'too-soon', status: 429, requestId: 'request-1', retryAfter: 30 } });
    expect(failureCode(error)).toBe('too-soon');
  });

  it('when the real backend says no', async () => {
    serve(createTestBackend().backend);
    const error = await fail(callEndpoint(getEntry, null, { token }));
    expect(failureCode(error)).toBe('link-unknown');
  });

  it('when the code is one this build does not know', async () => {
    expect(failureCode(await askAndFail(() => problem('full-moon', 409)))).toBe('full-moon');
  });

  it.each([500, 502, 503, 504, 521])('when something in between answers %s with a page of its own', async (status) => {
    const error = await askAndFail(() => html(status));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ problem: { code: 'service-unavailable', status } });
  });

  it('when a broken problem comes with a status that says enough', async () => {
    const broken = () => new Response('{"code":', { status: 503, headers: { 'content-type': problemContentType } });
    expect(failureCode(await askAndFail(broken))).toBe('service-unavailable');
  });
});

describe('A call fails as NetworkError', () => {
  it('when no answer arrives', async () => {
    const error = await askAndFail(() => HttpResponse.error());
    expect(error).toBeInstanceOf(NetworkError);
    expect(error).toHaveProperty('cause');
    expect(failureCode(error)).toBeNull();
  });

  it('when the answer breaks off', async () => {
    expect(await askAndFail(() => cutOff(200, 'application/json'))).toBeInstanceOf(NetworkError);
  });

  it('when the problem breaks off', async () => {
    expect(await askAndFail(() => cutOff(409, problemContentType))).toBeInstanceOf(NetworkError);
  });
});

describe('A call fails as ContractError', () => {
  it.each([
    ['a page instead of data, as a captive portal sends', () => html(200)],
    ['JSON that breaks the contract', () => HttpResponse.json({ id: 'session-1' })],
    ['JSON of another kind altogether', () => HttpResponse.json(null)],
    ['nothing at all', () => new Response(null, { status: 204 })],
    ['an empty body', () => new Response('', { status: 200 })],
    ['a 4xx that is no problem', () => html(404)],
    [
      'a 4xx with a broken problem',
      () => new Response('{}', { status: 409, headers: { 'content-type': problemContentType } }),
    ],
  ])('when it brings %s', async (_, response) => {
    const error = await askAndFail(response);
    expect(error).toBeInstanceOf(ContractError);
    expect(error).toHaveProperty('endpoint', 'GET /api/session');
  });

  it('and never tells what was in it, only where it came from', async () => {
    const error = await askAndFail(() => HttpResponse.json({ id: 'the-secret-session' }));
    expect(String(error)).toBe('ContractError: GET /api/session answered something that is not in the contract');
    expect(error instanceof Error && String(error.cause)).not.toContain('the-secret-session');
  });
});

describe('A call that we stopped', () => {
  const isFailure = (error: unknown) =>
    error instanceof NetworkError || error instanceof ApiError || error instanceof ContractError;

  it('before it began is none of the three', async () => {
    answer(() => problem('internal', 500));
    const error = await fail(ask(AbortSignal.abort()));
    expect(error).toHaveProperty('name', 'AbortError');
    expect(isFailure(error)).toBe(false);
  });

  it('before it was answered is none of the three', async () => {
    const controller = new AbortController();
    answer(() => {
      controller.abort();
      return new Promise<Response>(() => undefined);
    });
    const error = await fail(ask(controller.signal));
    expect(error).toHaveProperty('name', 'AbortError');
    expect(isFailure(error)).toBe(false);
  });

  it('while its answer arrived is none of the three', async () => {
    const controller = new AbortController();
    answer(() => {
      const body = new ReadableStream<Uint8Array>({
        start(stream) {
          stream.enqueue(new TextEncoder().encode('{"id":'));
          setTimeout(() => {
            controller.abort();
          }, 20);
        },
      });
      return new Response(body, { headers: { 'content-type': 'application/json' } });
    });
    const error = await fail(ask(controller.signal));
    expect(error).toBeInstanceOf(Error);
    expect(isFailure(error)).toBe(false);
  });
});

describe('Trying the same again', () => {
  const apiError = (status: number) => new ApiError({ type: 'x', title: 'x', status, code: 'x', requestId: 'x' });

  it('may help when nothing arrived, or with a status that passes', () => {
    expect(isRetryable(new NetworkError())).toBe(true);
    expect([408, 425, 429, 500, 502, 503, 504].filter((status) => !isRetryable(apiError(status)))).toEqual([]);
  });

  it('never helps against another 4xx, a broken contract, or a mistake of ours', () => {
    const others = Object.values(errorStatus).filter((status) => status < 500 && status !== 429);
    expect(others.filter((status) => isRetryable(apiError(status)))).toEqual([]);
    expect(isRetryable(new ContractError('GET /api/session'))).toBe(false);
    expect(isRetryable(new TypeError('undefined is not a function'))).toBe(false);
  });
});

describe('A key', () => {
  it('is new each time, and one the backend takes', () => {
    const keys = Array.from({ length: 1_000 }, createKey);
    expect(new Set(keys).size).toBe(1_000);
    expect(keys.every((key) => idempotencyKeySchema.safeParse(key).success)).toBe(true);
  });
});
