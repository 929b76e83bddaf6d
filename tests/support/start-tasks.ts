/** A customer with one workflow in which something is done, and the calls they make; for tests of the backend. */
import type { StartSessionInput } from '#contract/agent.ts';
import { getSession } from '#contract/endpoints/entry.ts';
import { settlePayment, startCheckout } from '#contract/endpoints/payment.ts';
import { getWorkflow, saveWorkflowDraft, submitAnswers } from '#contract/endpoints/workflow.ts';
import type { NewWorkflow } from '#contract/new-workflow.ts';
import { checkoutSchema, paymentResultSchema } from '#contract/payment.ts';
import { sessionSchema } from '#contract/session.ts';
import type { PaymentOutcome } from '#backend/payments/payment-provider.ts';
import { testOrigin, type TestBackend } from '#tests/support/create-test-backend.ts';
import { startTestSession } from '#tests/support/start-session.ts';

export type Typed = Record<string, unknown>;

export async function startTasks(
  definition: NewWorkflow,
  { test, ...more }: Partial<StartSessionInput> & { test?: TestBackend } = {},
) {
  const session = await startTestSession(
    { interactions: [{ kind: 'workflow', title: 'Your car', definition }], ...more },
    test,
  );
  const { customer, token, backend, deps, sessionId } = session;
  const [interactionId] = session.interactions;
  if (!interactionId) throw new Error('Failed to start: there is no workflow.');
  const params = { interactionId };

  const read = async () => sessionSchema.parse(await (await customer(getSession)).json());
  const parts = async () => (await read()).parts ?? [];
  const task = async (step: string) => {
    const found = (await parts()).find((part) => part.step === step)?.task;
    if (!found) throw new Error(`Failed to find the task of ${step}.`);
    return found;
  };
  const workflow = async () => {
    const found = (await read()).interactions.find(({ id }) => id === interactionId);
    if (!found) throw new Error('Failed to find the workflow.');
    return found;
  };
  const checkout = async (step: string, more: { as?: typeof customer; revision?: number } = {}) => {
    const { id, revision } = await task(step);
    const returnUrl = `${testOrigin}/s/${token}/paid/${id}`;
    const { as = customer } = more;
    return as(startCheckout, { params: { interactionId: id }, input: { revision, returnUrl, ...more } });
  };
  const settle = async (step: string) => {
    const response = await customer(settlePayment, { params: { interactionId: (await task(step)).id } });
    return paymentResultSchema.parse(await response.json());
  };
  const decide = (url: string, outcome: PaymentOutcome) =>
    backend(new Request(url, { method: 'POST', body: new URLSearchParams({ outcome }) }));

  return {
    ...session,
    id: interactionId,
    read,
    parts,
    task,
    workflow,
    load: async () => getWorkflow.output.parse(await (await customer(getWorkflow, { params })).json()),
    save: (answers: Typed, step: string | null = null) =>
      customer(saveWorkflowDraft, {
        params,
        input: { writer: 'tab-of-maya', revision: 0, takeOver: true, content: { answers, step } },
      }),
    submit: async (answers: Typed, { revision, key = crypto.randomUUID() }: { revision?: number; key?: string } = {}) =>
      customer(submitAnswers, {
        params,
        key,
        input: { revision: revision ?? (await workflow()).revision, answers },
      }),
    checkout,
    settle,
    decide,
    /** All the way: to the provider, a decision there, and back. */
    pay: async (step: string, outcome: PaymentOutcome = 'paid') => {
      const { url } = checkoutSchema.parse(await (await checkout(step)).json());
      await decide(url, outcome);
      return settle(step);
    },
    facts: async () => (await deps.store.readLog(sessionId, 0, 1_000)).map(({ fact }) => fact),
    stored: async () => {
      const record = await deps.store.loadSession(sessionId);
      if (!record) throw new Error('Failed to find the session.');
      return record;
    },
  };
}
