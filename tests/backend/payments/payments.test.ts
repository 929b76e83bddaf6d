import { describe, expect, test } from 'vitest';

import { paymentResultSchema, checkoutSchema } from '#contract/payment.ts';
import { problemSchema } from '#contract/problem.ts';
import type { PaymentProvider } from '#backend/payments/payment-provider.ts';
import { emptyLogHead, isLogIntact } from '#backend/session/session-log.ts';
import { createTestBackend, testOrigin, testTeam } from '#tests/support/create-test-backend.ts';

const fee = { minorUnits: 4_900, currency: 'EUR' };

/** A customer with one payment to make, and everything they, their browser and the agent can do about it. */
async function startPayment(overrides: Parameters<typeof createTestBackend>[0] = {}) {
  const world = createTestBackend(overrides);
  const { backend, agent, deps } = world;
  const { url, sessionId, interactions } = await agent.startSession({
    team: testTeam,
    customer: { name: 'Cleo Customer', email: 'cleo@example.com', phone: null },
    channel: 'email',
    settings: {},
    interactions: [{ kind: 'payment', title: 'Arrangement fee', amount: fee, purpose: 'Loan 4711' }],
  });
  const interactionId = interactions[0] ?? '';
  const token = new URL(url).pathname.split('/').at(-1) ?? '';
  const returnUrl = `${testOrigin}/s/${token}/paid/${interactionId}`;

  const post = (path: string, body?: object, bearer = token) =>
    backend(
      new Request(testOrigin + path, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${bearer}`,
          'idempotency-key': deps.createId().padEnd(12, '-'),
          'content-type': 'application/json',
        },
        ...(body && { body: JSON.stringify(body) }),
      }),
    );
  const checkout = (input: { revision?: number; returnUrl?: string } = {}) =>
    post(`/api/payments/${interactionId}/checkout`, { revision: 1, returnUrl, ...input });
  const pay = async () => checkoutSchema.parse(await (await checkout()).json()).url;
  const settle = async () =>
    paymentResultSchema.parse(await (await post(`/api/payments/${interactionId}/settle`)).json());
  const payment = async () => {
    const interaction = (await settle()).session.interactions[0];
    if (interaction?.kind !== 'payment') throw new Error('Failed to find the payment.');
    return interaction;
  };
  /** Presses a button of the provider's page. */
  const press = (page: string, outcome: string) =>
    backend(new Request(page, { method: 'POST', body: new URLSearchParams({ outcome }) }));
  const log = () => deps.store.readLog(sessionId, 0, 1_000);
  const attempts = async () =>
    (await log()).flatMap(({ fact }) => (fact.kind === 'payment-attempted' ? [fact.outcome] : []));
  return {
    ...world,
    sessionId,
    interactionId,
    token,
    returnUrl,
    post,
    checkout,
    pay,
    settle,
    payment,
    press,
    log,
    attempts,
  };
}

const codeOf = async (response: Response) => problemSchema.parse(await response.json()).code;

describe('paying', () => {
  test('leads to the provider, back to the room, and is recorded with its time', async () => {
    const { pay, press, returnUrl, settle, attempts, log, deps, sessionId } = await startPayment();
    const answer = await press(await pay(), 'paid');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(returnUrl);

    const { outcome, session } = await settle();
    expect(outcome).toBe('paid');
    expect(session.interactions[0]).toMatchObject({
      status: 'completed',
      closedAt: '2026-11-22T09:00:00.000Z',
      revision: 2,
      amount: fee,
    });
    expect(await attempts()).toEqual(['paid']);
    const record = await deps.store.loadSession(sessionId);
    expect(await isLogIntact(await log(), record?.head ?? emptyLogHead)).toBe(true);
  });

  test('tells the provider the amount the business asked for, whatever the browser sends', async () => {
    const { post, interactionId, returnUrl, backend } = await startPayment();
    const response = await post(`/api/payments/${interactionId}/checkout`, {
      revision: 1,
      returnUrl,
      amount: { minorUnits: 1, currency: 'EUR' },
    });
    const { url } = checkoutSchema.parse(await response.json());
    expect(await (await backend(new Request(url))).text()).toContain('€49.00');
  });

  test.each(['declined', 'cancelled', 'failed'] as const)(
    'that ended as %s says so and can be tried again until it is paid',
    async (outcome) => {
      const { pay, press, payment, settle, attempts } = await startPayment();
      const first = await pay();
      await press(first, outcome);
      expect(await payment()).toMatchObject({ status: 'new', lastAttempt: outcome, closedAt: null });

      const second = await pay();
      expect(second).not.toBe(first);
      await press(second, 'paid');
      expect((await settle()).outcome).toBe('paid');
      expect(await payment()).toMatchObject({ status: 'completed', lastAttempt: null });
      expect(await attempts()).toEqual([outcome, 'paid']);
    },
  );

  test('is pending, and changes nothing, while the provider knows nothing yet', async () => {
    const { pay, settle, attempts } = await startPayment();
    await pay();
    const { outcome, session } = await settle();
    expect(outcome).toBe('pending');
    expect(session.interactions[0]).toMatchObject({ status: 'new', lastAttempt: null });
    expect(await attempts()).toEqual([]);
  });

  test('that never began was not paid', async () => {
    const { settle } = await startPayment();
    expect((await settle()).outcome).toBe('cancelled');
  });

  test('is recorded once, however often and from how many tabs the result is asked for', async () => {
    const { pay, press, settle, attempts } = await startPayment();
    await press(await pay(), 'paid');
    const results = await Promise.all([settle(), settle(), settle()]);
    await settle();
    expect(results.map(({ outcome }) => outcome)).toEqual(['paid', 'paid', 'paid']);
    expect(await attempts()).toEqual(['paid']);
  });
});

describe('paying twice', () => {
  test('gives the same page to a double tap and to a second tab', async () => {
    const { pay } = await startPayment();
    const pages = await Promise.all([pay(), pay(), pay()]);
    expect(new Set([...pages, await pay()]).size).toBe(1);
  });

  test('is impossible for someone who paid and never came back', async () => {
    const { pay, press, checkout, payment, attempts } = await startPayment();
    await press(await pay(), 'paid');
    const again = await checkout();
    expect(again.status).toBe(409);
    expect(await codeOf(again)).toBe('not-actionable');
    expect(await payment()).toMatchObject({ status: 'completed' });
    expect(await attempts()).toEqual(['paid']);
  });

  test('is refused after it was paid', async () => {
    const { pay, press, settle, checkout } = await startPayment();
    await press(await pay(), 'paid');
    await settle();
    expect(await codeOf(await checkout())).toBe('not-actionable');
    expect(await codeOf(await checkout({ revision: 2 }))).toBe('not-actionable');
  });

  test('cannot happen through a page that was left open with an older link', async () => {
    const { checkout, pay, press, returnUrl, settle } = await startPayment();
    const old = await pay();
    const fresh = checkoutSchema.parse(await (await checkout({ returnUrl: `${returnUrl}?again` })).json()).url;
    expect(fresh).not.toBe(old);
    await press(old, 'paid');
    expect((await settle()).outcome).toBe('pending');
    await press(fresh, 'paid');
    expect((await settle()).outcome).toBe('paid');
  });
});

describe('what is refused', () => {
  test.each([
    'https://elsewhere.example/s/TOKEN/paid/1',
    'http://room.test.elsewhere.example/s/TOKEN/paid/1',
    'http://room.test/elsewhere',
    'http://room.test/s/somebody-else/paid/1',
    'http://room.test/s/TOKEN/../../elsewhere',
    'javascript:alert(1)//s/TOKEN/',
  ])('a way back to %s', async (wayBack) => {
    const { checkout, token } = await startPayment();
    const response = await checkout({ returnUrl: wayBack.replace('TOKEN', token) });
    expect(response.status).toBe(422);
    expect(problemSchema.parse(await response.json()).fields).toMatchObject([{ path: 'returnUrl' }]);
  });

  test('an amount that changed since the customer saw it', async () => {
    const { checkout } = await startPayment();
    expect(await codeOf(await checkout({ revision: 7 }))).toBe('interaction-changed');
  });

  test('what the agent withdrew, unless the money was taken already', async () => {
    const { pay, press, agent, sessionId, checkout, payment } = await startPayment();
    const page = await pay();
    const { id } = await payment();
    await agent.withdraw(sessionId, id, 'A mistake');
    expect(await codeOf(await checkout({ revision: 2 }))).toBe('not-actionable');

    await press(page, 'paid');
    expect(await payment()).toMatchObject({ status: 'completed' });
  });

  test('paying after the end, while a payment made before it is still recorded', async () => {
    const { pay, press, agent, sessionId, checkout, payment } = await startPayment();
    const page = await pay();
    await agent.endSession(sessionId);
    expect(await codeOf(await checkout())).toBe('session-ended');

    await press(page, 'paid');
    expect(await payment()).toMatchObject({ status: 'completed' });
  });

  test("somebody else's payment", async () => {
    const { post, returnUrl } = await startPayment();
    const response = await post('/api/payments/not-mine/checkout', { revision: 1, returnUrl });
    expect(await codeOf(response)).toBe('not-found');
  });
});

describe('a provider that does not answer', () => {
  const away = () => Promise.reject(new Error('connection refused'));
  const provider: PaymentProvider = { createCheckout: away, readOutcome: away, cancelCheckout: away };

  test('is named as such, and the reason goes to the log, not to the customer', async () => {
    const { checkout, logLines } = await startPayment({ payments: provider });
    const response = await checkout();
    expect(response.status).toBe(502);
    const text = await response.text();
    expect(text).toContain('payment-unavailable');
    expect(text).not.toContain('connection refused');
    expect(logLines.at(-1)).toMatchObject({ code: 'payment-unavailable', cause: new Error('connection refused') });
  });
});

describe("the sandbox provider's page", () => {
  test('runs nothing, loads nothing and escapes what it shows', async () => {
    const { agent, sessionId, backend, post, token } = await startPayment();
    const id = await agent.addInteraction(sessionId, {
      kind: 'payment',
      title: 'Fee',
      amount: fee,
      purpose: '<script>alert("1")</script> & more',
    });
    const response = await post(`/api/payments/${id}/checkout`, {
      revision: 1,
      returnUrl: `${testOrigin}/s/${token}/paid/${id}`,
    });
    const page = await backend(new Request(checkoutSchema.parse(await response.json()).url));
    const html = await page.text();
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'/);
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; more');
    expect(html).not.toMatch(/<script|style=|src=/);
    expect(html).not.toContain(token);
  });

  test('takes one decision and then only leads back', async () => {
    const { pay, press, settle, backend, returnUrl } = await startPayment();
    const page = await pay();
    await press(page, 'declined');
    await press(page, 'paid');
    const html = await (await backend(new Request(page))).text();
    expect(html).toContain(`href="${returnUrl}"`);
    expect(html).not.toContain('<form');
    expect((await settle()).outcome).toBe('declined');
  });

  test('knows no other checkout and no other decision', async () => {
    const { pay, press, backend } = await startPayment();
    expect((await backend(new Request(`${testOrigin}/sandbox-provider/nobodys`))).status).toBe(404);
    expect((await press(await pay(), 'refunded')).status).toBe(422);
  });
});
