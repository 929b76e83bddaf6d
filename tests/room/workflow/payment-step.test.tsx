import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it, vi } from 'vitest';

import type { AddInteractionInput } from '#contract/agent.ts';
import type { NewWorkflow } from '#contract/new-workflow.ts';
import type { PaymentOutcome } from '#backend/payments/payment-provider.ts';
import { getSession } from '#contract/endpoints/entry.ts';
import { settlePayment } from '#contract/endpoints/payment.ts';
import { createCustomerClient } from '#backend/scenarios/customer-client.ts';
import { createTestBackend } from '#tests/support/create-test-backend.ts';
import { buildSession, openLink } from '#tests/support/render-room.tsx';
import { buildWorkflow } from '#tests/support/sample-interactions.ts';
import { endedAs, feeDefinition, formOf, pageOf, payStep, textField } from '#tests/support/workflow-samples.ts';
import { field, heading, press, readStored, useQuestionsServer } from '#tests/room/workflow/workflow-stories.ts';

const mock = useQuestionsServer();

type Room = { definition?: NewWorkflow; autoOpen?: boolean; after?: AddInteractionInput[] };

/** A customer inside questions with a fee among them. `decide`: what they do at the provider, and back. */
async function openFee({ definition = feeDefinition, autoOpen = true, after = [] }: Room = {}) {
  const session = await buildSession(
    { settings: { autoOpen }, interactions: [{ kind: 'workflow', title: 'Your car', definition }, ...after] },
    createTestBackend({ publicOrigin: location.origin }),
  );
  mock.serve(session.backend);
  const left = vi.spyOn(location, 'assign').mockReturnValue();
  const room = openLink(session.path);
  const [id] = session.interactions;
  if (!id) throw new Error('Failed to start: no questions.');
  const provider = async () => {
    await waitFor(() => {
      expect(left).toHaveBeenCalled();
    });
    return String(left.mock.lastCall?.[0]);
  };
  const decide = async (outcome: PaymentOutcome) => {
    const request = new Request(await provider(), { method: 'POST', body: new URLSearchParams({ outcome }) });
    const back = (await session.backend(request)).headers.get('location') ?? '';
    room.leave();
    return openLink(new URL(back).pathname).user;
  };
  return { ...session, ...room, id, left, provider, decide };
}
type Fee = Awaited<ReturnType<typeof openFee>>;

async function answerFirst({ user }: Pick<Fee, 'user'>) {
  await heading('Form start');
  await user.click(screen.getByRole('radio', { name: 'Yes' }));
  await user.type(field('Question name?'), 'Maya');
  await press(user, 'Continue');
}

/** To the payment, and off to the provider. */
async function leaveToPay(fee: Fee) {
  await answerFirst(fee);
  await heading('Pay fee');
  await fee.user.click(await screen.findByRole('button', { name: 'Pay €49.00' }));
  await fee.provider();
}

describe('A customer who pays in between the questions', () => {
  it.each([true, false])('comes back to the step behind it, opening by itself: %s', async (autoOpen) => {
    const fee = await openFee({ autoOpen });
    if (!autoOpen) await fee.user.click(await screen.findByRole('button', { name: 'Start: Your car' }));
    await leaveToPay(fee);
    const user = await fee.decide('paid');
    await heading('Form end');
    expect(location.pathname).toBe(`${fee.path}/i/${fee.id}/end`);
    await press(user, 'Continue');

    await heading('Check your answers');
    expect(within(screen.getByRole('region', { name: 'Pay fee' })).getByText('Paid')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Change Form start' })).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Change Form end' })).toBeInTheDocument();
    await press(user, 'Send my answers');
    await heading('All done');
    expect(await readStored(fee)).toMatchObject({ status: 'completed', answers: { name: 'Maya', 'has-car': true } });
  });

  it('is led on to the next task afterwards, where one leads to the next', async () => {
    const fee = await openFee({ after: [buildWorkflow('About your work')] });
    await leaveToPay(fee);
    const user = await fee.decide('paid');
    await heading('Form end');
    await press(user, 'Continue');
    await heading('Check your answers');
    await press(user, 'Send my answers');
    await waitFor(() => {
      expect(location.pathname).toContain(`/i/${fee.interactions[1]}`);
    });
  });

  it('finds what came before to be read, with the reason why, and cannot pay again', async () => {
    const fee = await openFee();
    await leaveToPay(fee);
    const user = await fee.decide('paid');
    await heading('Form end');
    await press(user, 'Back');
    await heading('Pay fee');
    expect(screen.getByRole('region', { name: 'Result of your payment' })).toHaveTextContent('Payment received');
    expect(screen.queryByRole('button', { name: /Pay €/ })).not.toBeInTheDocument();
    await press(user, 'Back');
    await heading('Form start');
    expect(screen.getByText(/read these answers but no longer change them/)).toBeInTheDocument();
    expect(screen.getByText('Maya')).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    await press(user, 'Continue');
    await heading('Pay fee');
    await press(user, 'Continue');
    await heading('Form end');
  });

  it.each([
    ['declined', /declined and nothing was paid/],
    ['cancelled', /You cancelled the payment/],
    ['failed', /did not go through and nothing was paid/],
  ] as const)('that was %s is told so on the same page, and pays again', async (outcome, words) => {
    const fee = await openFee();
    await leaveToPay(fee);
    const user = await fee.decide(outcome);
    await heading('Pay fee');
    expect(screen.getByRole('region', { name: 'Result of your payment' })).toHaveTextContent(words);
    expect(screen.queryByRole('button', { name: 'Continue' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Pay €49.00' }));
    await waitFor(() => {
      expect(fee.left).toHaveBeenCalledTimes(2);
    });
  });

  it('that was declined is led on where the business has another way, and may pay after all', async () => {
    const branches = [{ when: endedAs('fee', 'declined'), to: 'invoice' }];
    const fee = await openFee({
      definition: {
        steps: [
          formOf('start', [textField('name', { required: false })], { next: 'fee' }),
          payStep('fee', { branches, next: 'thanks' }),
          pageOf('invoice'),
          pageOf('thanks'),
        ],
      },
    });
    await heading('Form start');
    await press(fee.user, 'Continue');
    await fee.user.click(await screen.findByRole('button', { name: 'Pay €49.00' }));
    const user = await fee.decide('declined');
    await heading('Page invoice');
    await press(user, 'Back');
    await heading('Pay fee');
    expect(screen.getByRole('button', { name: 'Pay €49.00' })).toBeInTheDocument();
    await press(user, 'Continue');
    await heading('Page invoice');
  });

  it('who paid and never came back finds it paid with the next press', async () => {
    const fee = await openFee();
    await leaveToPay(fee);
    const page = await fee.provider();
    await fee.backend(new Request(page, { method: 'POST', body: new URLSearchParams({ outcome: 'paid' }) }));
    fee.leave();
    fee.left.mockClear();
    const { user } = openLink(fee.path);
    await heading('Pay fee');
    await user.click(screen.getByRole('button', { name: 'Pay €49.00' }));
    await heading('Form end');
    expect(fee.left).not.toHaveBeenCalled();
  });

  it('in another tab is led on here', async () => {
    const fee = await openFee();
    await leaveToPay(fee);
    const page = await fee.provider();
    await fee.backend(new Request(page, { method: 'POST', body: new URLSearchParams({ outcome: 'paid' }) }));
    const customer = createCustomerClient(fee.backend, fee.url);
    const [paid] = (await customer.ask(getSession)).parts ?? [];
    await customer.ask(settlePayment, { interactionId: paid?.task.id ?? '' });
    await heading('Form end');
  });

  it('whose questions were withdrawn meanwhile comes back to the room, and the money is written down', async () => {
    const fee = await openFee();
    await leaveToPay(fee);
    await fee.agent.withdraw(fee.sessionId, fee.id, 'No longer needed');
    await fee.decide('paid');
    expect(await screen.findByText('This was withdrawn: No longer needed')).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'Result of your payment' })).toHaveTextContent('Payment received');
    const record = await fee.deps.store.loadSession(fee.sessionId);
    expect(record?.interactions.find(({ kind }) => kind === 'payment')).toMatchObject({ status: 'completed' });
  });
});

describe('What was typed', () => {
  it('is saved before anything can be paid upon it', async () => {
    const fee = await openFee();
    const gate = Promise.withResolvers<void>();
    mock.server.use(
      http.put('*/api/workflows/*/draft', async () => {
        await gate.promise;
        return undefined;
      }),
    );
    await answerFirst(fee);
    await heading('Pay fee');
    expect(screen.queryByRole('button', { name: 'Pay €49.00' })).not.toBeInTheDocument();
    gate.resolve();
    expect(await screen.findByRole('button', { name: 'Pay €49.00' })).toBeInTheDocument();
    expect((await readStored(fee)).draft?.content).toMatchObject({ answers: { name: 'Maya' }, step: 'fee' });
  });
});

describe('A step that this page is too old for', () => {
  it('says so, and keeps what was answered', async () => {
    const fee = await openFee();
    mock.server.use(
      http.get('*/api/workflows/:id', async ({ request }) => {
        const content = await (await fee.backend(request)).text();
        return new HttpResponse(content.replace('"kind":"payment"', '"kind":"hologram","beam":3'), {
          headers: { 'content-type': 'application/json' },
        });
      }),
    );
    await answerFirst(fee);
    await heading('Pay fee');
    expect(screen.getByText(/This page is too old to show this step/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Load the page again' })).toBeInTheDocument();
    await press(fee.user, 'Back');
    await heading('Form start');
    expect(field('Question name?')).toHaveValue('Maya');
  });
});
