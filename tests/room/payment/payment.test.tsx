import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test, vi } from 'vitest';

import type { PaymentOutcome } from '#backend/payments/payment-provider.ts';
import { createTestBackend } from '#tests/support/create-test-backend.ts';
import { useMockServer } from '#tests/support/mock-server.ts';
import { buildSession, openLink } from '#tests/support/render-room.tsx';
import { buildPayment, buildWorkflow } from '#tests/support/sample-interactions.ts';

const mock = useMockServer();

/** A customer with a fee to pay; `leave` is where the browser was sent, `decide` what they do there. */
async function startPaying(world: Parameters<typeof buildSession>[0] = {}) {
  const session = await buildSession(
    { interactions: [buildPayment('Arrangement fee')], ...world },
    createTestBackend({ publicOrigin: location.origin }),
  );
  mock.serve(session.backend);
  const left = vi.spyOn(location, 'assign').mockReturnValue();
  const room = openLink(session.path);
  const payButton = () => screen.findByRole('button', { name: 'Pay €49.00: Arrangement fee' });

  const provider = async () => {
    await waitFor(() => {
      expect(left).toHaveBeenCalled();
    });
    return String(left.mock.lastCall?.[0]);
  };
  /** Presses the provider's button and lets the browser follow where it leads. */
  const decide = async (outcome: PaymentOutcome) => {
    const request = new Request(await provider(), { method: 'POST', body: new URLSearchParams({ outcome }) });
    const back = (await session.backend(request)).headers.get('location') ?? '';
    room.leave();
    return openLink(new URL(back).pathname);
  };
  return { ...session, ...room, left, payButton, provider, decide };
}

test('A customer pays on the provider’s page and finds it paid in the room', async () => {
  const { user, payButton, decide, path } = await startPaying();
  await user.click(await payButton());
  expect(await payButton()).toHaveAttribute('aria-busy', 'true');
  await decide('paid');

  expect(await screen.findByRole('heading', { level: 1, name: 'All done' })).toBeInTheDocument();
  expect(screen.getByRole('region', { name: 'Result of your payment' })).toHaveTextContent('Payment received');
  expect(screen.getByText(/€49.00 paid on/)).toBeInTheDocument();
  expect(location.pathname).toBe(path);
});

test.each([
  ['declined', /declined and nothing was paid/],
  ['cancelled', /You cancelled the payment/],
  ['failed', /did not go through and nothing was paid/],
] as const)('A payment that was %s says so on its card and can be made again', async (outcome, words) => {
  const { user, payButton, decide } = await startPaying();
  await user.click(await payButton());
  await decide(outcome);

  expect(await screen.findByText(words)).toBeInTheDocument();
  expect(await payButton()).toBeInTheDocument();
});

test('Coming back from paying opens nothing by itself', async () => {
  const { user, payButton, decide } = await startPaying({
    settings: { autoOpen: true },
    interactions: [buildPayment('Arrangement fee')],
  });
  await user.click(await payButton());
  const back = await decide('paid');
  await screen.findByRole('heading', { level: 1, name: 'All done' });
  back.reload();
  expect(await screen.findByRole('heading', { level: 1, name: 'All done' })).toBeInTheDocument();
});

test('Coming back leads to the room even when something else would open by itself', async () => {
  const { user, payButton, decide, agent, sessionId } = await startPaying({ settings: { autoOpen: true } });
  await user.click(await payButton());
  await agent.addInteraction(sessionId, buildWorkflow('About your work'));
  await decide('paid');

  expect(await screen.findByRole('button', { name: 'Start: About your work' })).toBeInTheDocument();
  expect(screen.getByText(/€49.00 paid on/)).toBeInTheDocument();
});

test('A provider that has not decided yet is asked again, and the customer may go on meanwhile', async () => {
  const { user, payButton, interactions, path, provider, leave, backend } = await startPaying();
  await user.click(await payButton());
  const page = await provider();
  leave();
  openLink(`${path}/paid/${interactions[0]}`);

  expect(await screen.findByText(/has not confirmed it yet/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Go to the overview' })).toBeInTheDocument();
  await backend(new Request(page, { method: 'POST', body: new URLSearchParams({ outcome: 'paid' }) }));
  expect(await screen.findByText(/€49.00 paid on/)).toBeInTheDocument();
});

test('A result that cannot be asked for says that the money is safe, and is asked for again', async () => {
  const { user, payButton, interactions, path, provider, leave, backend } = await startPaying();
  await user.click(await payButton());
  await backend(new Request(await provider(), { method: 'POST', body: new URLSearchParams({ outcome: 'paid' }) }));
  leave();
  mock.server.use(http.post('*/api/payments/*/settle', () => new HttpResponse('<html>', { status: 200 })));
  const { user: back } = openLink(`${path}/paid/${interactions[0]}`);

  expect(await screen.findByText(/Please do not pay again/)).toBeInTheDocument();
  mock.server.resetHandlers();
  mock.serve(backend);
  await back.click(screen.getByRole('button', { name: 'Check again' }));
  expect(await screen.findByText(/€49.00 paid on/)).toBeInTheDocument();
});

test('A customer who paid and never came back cannot pay a second time', async () => {
  const { user, payButton, provider, backend, left, leave, path } = await startPaying();
  await user.click(await payButton());
  const page = await provider();
  await backend(new Request(page, { method: 'POST', body: new URLSearchParams({ outcome: 'paid' }) }));
  leave();
  left.mockClear();

  const { user: back } = openLink(path);
  await back.click(await payButton());

  expect(await screen.findByText(/€49.00 paid on/)).toBeInTheDocument();
  expect(left).not.toHaveBeenCalled();
});

test('A provider that does not answer leaves the customer where they are, free to try again', async () => {
  const { user, payButton, left } = await startPaying();
  mock.server.use(
    http.post('*/api/payments/*/checkout', () =>
      HttpResponse.json(
        { type: 'about:blank', title: 'Away', status: 400, code: 'payment-unavailable', requestId: 'r' },
        { status: 400, headers: { 'content-type': 'application/problem+json' } },
      ),
    ),
  );
  await user.click(await payButton());

  expect((await screen.findAllByText(/payment service does not answer/)).length).toBeGreaterThan(0);
  expect(await payButton()).not.toHaveAttribute('aria-busy');
  expect(left).not.toHaveBeenCalled();
});

test('A customer who comes Back from the provider finds the button ready again', async () => {
  const { user, payButton, provider } = await startPaying();
  await user.click(await payButton());
  await provider();
  expect(await payButton()).toHaveAttribute('aria-busy', 'true');

  dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));

  await waitFor(async () => {
    expect(await payButton()).not.toHaveAttribute('aria-busy');
  });
});
