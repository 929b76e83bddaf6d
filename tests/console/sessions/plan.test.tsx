import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { startSession } from '#contract/endpoints/agent.ts';
import { createTestBackend } from '#tests/support/create-test-backend.ts';
import { useMockServer } from '#tests/support/mock-server.ts';
import { openConsole } from '#tests/support/render-console.tsx';
import { buildWorkflow } from '#tests/support/sample-interactions.ts';
import { buildSessionInput, createCaller } from '#tests/support/start-session.ts';
import { credentialOf } from '#tests/support/test-people.ts';

const mock = useMockServer();

async function openPlan() {
  const test = createTestBackend();
  const asAgent = createCaller(test.backend, credentialOf('the agent'));
  const input = buildSessionInput({ when: 'planned', interactions: [buildWorkflow('About you')] });
  const { sessionId } = startSession.output.parse(await (await asAgent(startSession, { input })).json());
  mock.serve(test.backend);
  const { user } = openConsole(`/sessions/${sessionId}`, { as: 'the agent' });
  await screen.findByText('Planned');
  return {
    ...test,
    user,
    press: async (name: string) => user.click(await screen.findByRole('button', { name })),
    dialog: async (name: string) => within(await screen.findByRole('dialog', { name })),
    load: async () => test.deps.store.loadSession(sessionId),
  };
}

describe('A planned session', () => {
  it('gets another contact and language, with what is wrong said at its field, and nobody is told', async () => {
    const { user, press, dialog, load, deps } = await openPlan();
    await press('Change the plan');
    const form = await dialog('Change the plan');
    const email = form.getByRole('textbox', { name: /^Email/ });
    await user.clear(email);
    await user.type(email, 'maya@');
    await user.selectOptions(form.getByRole('combobox', { name: 'Customer’s language' }), 'Polish');
    await user.click(form.getByRole('button', { name: 'Save the plan' }));
    expect(email).toHaveAccessibleDescription(/^Enter a whole email address/);
    await user.type(email, 'example.org');
    await user.click(form.getByRole('button', { name: 'Save the plan' }));
    expect(await screen.findByText('maya@example.org')).toBeVisible();
    expect(await load()).toMatchObject({ participants: [{ email: 'maya@example.org', language: 'pl' }] });
    expect(await deps.store.listOutbox()).toEqual([]);
  });

  it('loses what is taken out of it, without a reason for anybody to read', async () => {
    const { press, dialog, load, user } = await openPlan();
    await press('Withdraw: About you');
    const form = await dialog('Withdraw: About you');
    expect(form.queryByRole('textbox')).not.toBeInTheDocument();
    expect(form.getByText(/^It is taken out of the plan/)).toBeVisible();
    await user.click(form.getByRole('button', { name: 'Withdraw' }));
    expect(await screen.findByText(/^Nothing yet/)).toBeVisible();
    expect(await load()).toMatchObject({ interactions: [] });
  });

  it('is given up after a question, and cannot be opened again', async () => {
    const { press, dialog, load, user, deps } = await openPlan();
    await press('Give up the plan');
    const question = await dialog('Give up the plan?');
    expect((await load())?.state).toBe('planned');
    await user.click(question.getByRole('button', { name: 'Give up the plan' }));
    expect(await screen.findByText('Ended')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Open it again' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Start it now' })).not.toBeInTheDocument();
    expect(await deps.store.listOutbox()).toEqual([]);
  });
});
