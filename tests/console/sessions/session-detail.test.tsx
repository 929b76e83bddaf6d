import { act, screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it, vi } from 'vitest';

import type { AddInteractionInput } from '#contract/agent.ts';
import { startSession } from '#contract/endpoints/agent.ts';
import { getSession } from '#contract/endpoints/entry.ts';
import { listMessages, sendMessage, signalTyping } from '#contract/endpoints/message.ts';
import { agentIdSchema, partIdSchema } from '#contract/ids.ts';
import { getWorkflow, submitAnswers } from '#contract/endpoints/workflow.ts';
import type { SettingsLevel } from '#contract/settings.ts';
import type { Backend } from '#backend/create-backend.ts';
import { typingLifetime } from '#domain/typing.ts';
import { createCustomerClient } from '#backend/scenarios/customer-client.ts';
import { submitPapers, uploadTo } from '#backend/scenarios/customer-steps.ts';
import { changeRecord } from '#backend/scenarios/change-record.ts';
import { createTestBackend } from '#tests/support/create-test-backend.ts';
import { useMockServer } from '#tests/support/mock-server.ts';
import { createTusCustomer, pdfBytes } from '#tests/backend/uploads/tus-customer.ts';
import { moreAnswers, moreKinds } from '#tests/support/more-kinds.ts';
import { openOffice } from '#tests/support/open-office.ts';
import { openConsole } from '#tests/support/render-console.tsx';
import { openFeed } from '#tests/support/read-feed.ts';
import { buildFileQuestion, buildWorkflow } from '#tests/support/sample-interactions.ts';
import { buildSessionInput, createCaller, readCode, startTestSession } from '#tests/support/start-session.ts';
import { papersStep } from '#tests/support/task-steps.ts';
import { startTasks } from '#tests/support/start-tasks.ts';
import { credentialOf, type TestPerson } from '#tests/support/test-people.ts';
import { useFastTime } from '#tests/support/use-fast-time.ts';
import { feeDefinition } from '#tests/support/workflow-samples.ts';

const mock = useMockServer();
const press = async (user: ReturnType<typeof openConsole>['user'], name: string) =>
  user.click(await screen.findByRole('button', { name }));
const task = async (title: string) => {
  const heading = await screen.findByRole('heading', { level: 3, name: title });
  const item = heading.closest('li');
  if (!item) throw new Error(`Failed to find ${title} in the list.`);
  return item;
};

async function openDetail({
  as = 'the agent',
  interactions = [buildWorkflow()],
  settings = {},
  onServed = () => undefined,
}: {
  as?: TestPerson;
  interactions?: AddInteractionInput[];
  settings?: SettingsLevel;
  /** What else is to answer, before the page asks for anything. */
  onServed?: (backend: Backend) => void;
} = {}) {
  const test = createTestBackend();
  const session = await startTestSession({ interactions, settings }, test);
  mock.serve(test.backend);
  onServed(test.backend);
  const readSession = async () => getSession.output.parse(await (await session.customer(getSession)).json());
  return { ...session, readSession, ...openConsole(`/sessions/${session.sessionId}`, { as }) };
}

function countRequests(path: string) {
  let times = 0;
  return {
    count: (backend: Backend) =>
      mock.server.use(
        http.get(path, ({ request }) => {
          times += 1;
          return backend(request);
        }),
      ),
    times: () => times,
  };
}

async function handIn({ customer, interactions, readSession }: Awaited<ReturnType<typeof openDetail>>) {
  const [interactionId = ''] = interactions;
  const revision = (await readSession()).interactions.find(({ id }) => id === interactionId)?.revision;
  const code = await readCode(
    customer(submitAnswers, { params: { interactionId }, input: { revision, answers: { employer: 'Northwind' } } }),
  );
  expect(code).toBe('ok');
}

describe('One session', () => {
  it('has who takes part, how they get in, and what was asked for', async () => {
    await openDetail();
    expect(await screen.findByRole('heading', { level: 1, name: 'Cleo Customer' })).toBeVisible();
    expect(screen.getByText('cleo@example.com')).toBeVisible();
    expect(screen.getByText('Not there')).toBeVisible();
    expect(screen.getByText(/^Works until/)).toBeVisible();
    expect(await task('About your work')).toHaveTextContent(/Not begun.*Questions · asked for/s);
  });

  it('shows what is handed in while one looks, with the questions; returned with a reason, the customer reads it', async () => {
    const detail = await openDetail();
    await task('About your work');
    await handIn(detail);
    expect(await screen.findByText('Northwind')).toBeVisible();
    expect(await task('About your work')).toHaveTextContent(/Done.*Who do you work for\?Northwind/s);
    await press(detail.user, 'Return: About your work');
    const dialog = within(await screen.findByRole('dialog'));
    await detail.user.click(dialog.getByRole('button', { name: 'Return' }));
    expect(dialog.getByText('Say what is to be done differently.')).toBeVisible();
    await detail.user.type(dialog.getByRole('textbox', { name: /Reason/ }), 'Since when?');
    await detail.user.click(dialog.getByRole('button', { name: 'Return' }));
    await expect
      .poll(async () => (await task('About your work')).textContent)
      .toMatch(/Returned.*Reason: Since when\?/s);
    expect((await detail.readSession()).interactions).toMatchObject([{ status: 'returned', reason: 'Since when?' }]);
  });

  it('reads what was chosen, an amount, a number and an address as the customer would say them', async () => {
    const detail = await openDetail({ interactions: [{ kind: 'workflow', title: 'More', definition: moreKinds }] });
    await task('More');
    const [interactionId = ''] = detail.interactions;
    const input = { revision: 1, answers: moreAnswers };
    expect(await readCode(detail.customer(submitAnswers, { params: { interactionId }, input }))).toBe('ok');
    expect(await screen.findByText('Option friend and Option tv', {}, { timeout: 8_000 })).toBeVisible();
    expect(await task('More')).toHaveTextContent(
      /Your savings£1,250\.50.*\+442079460958.*221b Baker Street, NW1 6XE London, United Kingdom/s,
    );
  });

  it('names the files that answer a question, and has them to take away', async () => {
    const detail = await openDetail({ interactions: [buildFileQuestion()] });
    await task('About your car');
    const [interactionId = ''] = detail.interactions;
    const params = { interactionId };
    const tus = createTusCustomer(detail, detail.token, interactionId);
    await tus.upload(pdfBytes(40), { item: 'licence', name: 'front.pdf' });
    await tus.upload(pdfBytes(40), { item: 'licence', name: 'back.pdf' });
    const { added } = getWorkflow.output.parse(await (await detail.customer(getWorkflow, { params })).json());
    const input = { revision: 1, answers: { licence: added[0]?.files.map(({ id }) => id) } };
    expect(await readCode(detail.customer(submitAnswers, { params, input }))).toBe('ok');
    expect(await screen.findByText('front.pdf and back.pdf', {}, { timeout: 8_000 })).toBeVisible();
    expect(await screen.findByRole('button', { name: /back\.pdf/ })).toBeVisible();
  });

  it('finds what was paid inside the questions under its step', async () => {
    const { save, pay, submit, backend, sessionId } = await startTasks(feeDefinition);
    mock.serve(backend);
    openConsole(`/sessions/${sessionId}`, { as: 'the agent' });
    expect(await within(await screen.findByRole('region', { name: 'Pay fee' })).findByText('Not begun')).toBeVisible();
    const answers = { 'has-car': true, name: 'Maya' };
    await save(answers);
    await pay('fee');
    await submit(answers);
    await expect
      .poll(() => screen.getByRole('region', { name: 'Pay fee' }).textContent)
      .toBe('Pay feePaid€49.00 · For fee');
    expect(await task('Your car')).toHaveTextContent(/Question name\?Maya/);
    expect(screen.queryByRole('button', { name: /: Pay fee$/ })).toBeNull();
  });

  it('accepts papers that were handed over inside the questions', async () => {
    const { backend, sessionId, url, task: partOf } = await startTasks({ steps: [papersStep('proof')] });
    const client = createCustomerClient(backend, url);
    const { id } = await partOf('proof');
    await uploadTo(
      client,
      { interactionId: id, itemId: partIdSchema.parse('payslip'), filename: 'p.pdf' },
      pdfBytes(40),
    );
    await submitPapers(client, id);
    mock.serve(backend);
    const { user } = openConsole(`/sessions/${sessionId}`, { as: 'the agent' });
    await press(user, 'Accept: Papers proof');
    await expect.poll(async () => (await partOf('proof')).status).toBe('completed');
    expect(screen.queryByRole('button', { name: 'Rename: Papers proof' })).toBeNull();
  });

  it('asks the customer for something more, under another name, and for it no longer', async () => {
    const { user, readSession } = await openDetail({ interactions: [] });
    await press(user, 'Ask for something');
    const dialog = within(await screen.findByRole('dialog'));
    await user.selectOptions(dialog.getByRole('combobox', { name: 'Begin with' }), 'Other documents');
    await user.click(dialog.getByRole('button', { name: 'Ask the customer' }));
    expect(dialog.getByText('Enter one or more, one a line')).toBeVisible();
    await user.type(dialog.getByRole('textbox', { name: /^Documents/ }), 'Payslip{Enter}Contract');
    await user.click(dialog.getByRole('button', { name: 'Ask the customer' }));
    await task('Documents');

    await press(user, 'Rename: Documents');
    const name = await screen.findByRole('textbox', { name: 'Name' });
    await user.clear(name);
    await user.type(name, 'Income{Enter}');
    await task('Income');

    await press(user, 'Withdraw: Income');
    const withdrawal = within(await screen.findByRole('dialog'));
    await user.type(withdrawal.getByRole('textbox', { name: /Reason/ }), 'We have it.');
    await user.click(withdrawal.getByRole('button', { name: 'Withdraw' }));
    await expect.poll(async () => (await task('Income')).textContent).toMatch(/Withdrawn.*Reason: We have it\./s);
    expect((await readSession()).interactions).toMatchObject([{ title: 'Income', status: 'cancelled' }]);
    expect(screen.queryByRole('button', { name: 'Rename: Income' })).toBeNull();
  });

  it('is told live: nothing is asked for again, however long it takes, and no message is there twice', async () => {
    useFastTime();
    const asked = countRequests('*/api/agent/sessions/:sessionId');
    const { customer, agent, sessionId } = await openDetail({ onServed: asked.count });
    expect(await screen.findByText('Live')).toBeVisible();
    for (const text of ['One', 'Two']) await customer(sendMessage, { input: { text } });
    await agent.addInteraction(sessionId, buildWorkflow('More about you'));
    await task('More about you');
    const said = within(screen.getByRole('region', { name: 'Chat' })).getAllByRole('listitem');
    expect(said.map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('One'),
      expect.stringContaining('Two'),
    ]);
    await act(() => vi.advanceTimersByTimeAsync(60_000));
    expect(screen.getByText('Live')).toBeVisible();
    expect(asked.times()).toBe(1);
  });

  it('is asked for again and again while it cannot be followed, and says so', async () => {
    const { customer } = await openDetail({
      onServed: () => mock.server.use(http.get('*/api/agent/sessions/:sessionId/live', () => HttpResponse.error())),
    });
    expect(await screen.findByText('Reconnecting…')).toBeVisible();
    await customer(sendMessage, { input: { text: 'Hello' } });
    expect(await screen.findByText('Hello')).toBeVisible();
  });

  it('says which customer is writing until it is there, and tells them that the agent is', async () => {
    const { user, customer } = await openDetail();
    const page = await openFeed(customer, '?typing=1');
    await page.nextBatch();
    expect(await screen.findByText('There now')).toBeVisible();
    await customer(signalTyping);
    expect(await screen.findByText('Cleo Customer is typing…')).toBeVisible();
    await customer(sendMessage, { input: { text: 'Hello' } });
    expect(await screen.findByText('Hello')).toBeVisible();
    expect(screen.queryByText('Cleo Customer is typing…')).not.toBeInTheDocument();
    expect(await page.nextBatch()).toContain('message Hello');
    await user.type(screen.getByRole('textbox', { name: 'Your message' }), 'Hello Cleo');
    expect(await page.next()).toEqual({ kind: 'typing', name: 'Ada Agent' });
    await page.cancel();
  });

  it('has nothing to write in where chat is off, and says why', async () => {
    await openDetail({ settings: { chat: false } });
    expect(await screen.findByText(/^Chat is switched off for this session/)).toBeVisible();
    expect(screen.queryByRole('textbox', { name: 'Your message' })).not.toBeInTheDocument();
  });

  it('says so no longer once the customer stopped without sending', async () => {
    useFastTime();
    const { customer } = await openDetail();
    expect(await screen.findByText('Live')).toBeVisible();
    await customer(signalTyping);
    expect(await screen.findByText('Cleo Customer is typing…')).toBeVisible();
    await act(() => vi.advanceTimersByTimeAsync(typingLifetime));
    expect(screen.queryByText('Cleo Customer is typing…')).not.toBeInTheDocument();
  });

  it('that was given to somebody else is on the page no longer', async () => {
    const { deps, customer, sessionId } = await openDetail();
    expect(await screen.findByText('Live')).toBeVisible();
    const agent = { id: agentIdSchema.parse('agent-2'), name: 'Bo' };
    await changeRecord(deps, sessionId, () => ({ agent }));
    await customer(sendMessage, { input: { text: 'For Bo' } });
    expect(await screen.findByText('It is not there any more, or not yours to see.')).toBeVisible();
    expect(screen.queryByText('cleo@example.com')).not.toBeInTheDocument();
  });

  it('is a place to talk: what each side writes is there for the other', async () => {
    const { user, customer } = await openDetail();
    await user.type(await screen.findByRole('textbox', { name: 'Your message' }), 'Hello Cleo');
    await press(user, 'Send');
    const chat = within(screen.getByRole('region', { name: 'Chat' }));
    await expect.poll(() => chat.getByRole('list').textContent).toMatch(/Ada Agent.*Hello Cleo/s);
    expect(screen.getByRole('textbox', { name: 'Your message' })).toHaveValue('');
    const { messages } = listMessages.output.parse(await (await customer(listMessages)).json());
    expect(messages).toMatchObject([{ from: 'agent', text: 'Hello Cleo' }]);
    await customer(sendMessage, { input: { text: 'Hello back' } });
    expect(await chat.findByText('Hello back')).toBeVisible();
  });

  it('with a corrected contact has another customer, whose link is another; a wrong address is said at its field', async () => {
    const { user, customer, deps, sessionId } = await openDetail();
    await press(user, 'Correct the contact: Cleo Customer');
    const dialog = within(await screen.findByRole('dialog', { name: 'Correct the contact' }));
    const email = dialog.getByRole('textbox', { name: /^Email/ });
    await user.clear(email);
    await user.type(email, 'cleo@');
    await user.click(dialog.getByRole('button', { name: 'Correct and invite' }));
    expect(dialog.getByText(/^Enter a whole email address/)).toBeVisible();
    await user.type(email, 'example.org');
    await user.click(dialog.getByRole('button', { name: 'Correct and invite' }));
    expect(await screen.findByText('cleo@example.org')).toBeVisible();
    expect(await readCode(customer(getSession))).not.toBe('ok');
    expect((await deps.store.loadSession(sessionId))?.participants).toMatchObject([{ email: 'cleo@example.org' }]);
  });

  it('ends after a question, and is opened again', async () => {
    const { user, deps, sessionId } = await openDetail();
    const state = async () => (await deps.store.loadSession(sessionId))?.state;
    await press(user, 'End the session');
    const dialog = within(await screen.findByRole('dialog', { name: 'End the session?' }));
    expect(await state()).toBe('open');
    await user.click(dialog.getByRole('button', { name: 'End the session' }));
    await press(user, 'Open it again');
    expect(await screen.findByRole('button', { name: 'End the session' })).toBeVisible();
    expect(await state()).toBe('open');
  });

  it('shuts the customer out, and says since when', async () => {
    const { user, customer } = await openDetail();
    await press(user, 'Revoke access: Cleo Customer');
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Revoke access' }));
    expect(await screen.findByText(/^Revoked /)).toBeVisible();
    expect(await readCode(customer(getSession))).not.toBe('ok');
  });

  it('tells everything that happened, and whether all of it is still there', async () => {
    const { user } = await openDetail();
    await press(user, 'Show everything that happened');
    expect(await screen.findByText('Every entry is there, and none was changed.')).toBeVisible();
    const trail = within(screen.getByRole('region', { name: 'Audit trail' }));
    expect(trail.getByText(/Ada Agent: asked for something · About your work/)).toBeVisible();
  });

  it('that was only planned starts here, and the customer is invited', async () => {
    const test = createTestBackend();
    const asAgent = createCaller(test.backend, credentialOf('the agent'));
    const input = buildSessionInput({ when: 'planned' });
    const { sessionId } = startSession.output.parse(await (await asAgent(startSession, { input })).json());
    mock.serve(test.backend);
    const { user } = openConsole(`/sessions/${sessionId}`, { as: 'the agent' });
    expect(await screen.findByText('Planned')).toBeVisible();
    await press(user, 'Start it now');
    expect(await screen.findByText('Open')).toBeVisible();
    expect((await test.deps.store.listOutbox()).map(({ kind }) => kind)).toEqual(['invitation']);
  });

  it('keeps a phone number that nobody is asked for, because text messages are off', async () => {
    const { user, sessionId, deps } = await openDetail({ settings: { textMessages: false } });
    await press(user, 'Correct the contact: Cleo Customer');
    const dialog = within(await screen.findByRole('dialog', { name: 'Correct the contact' }));
    expect(dialog.queryByRole('textbox', { name: /Phone/ })).not.toBeInTheDocument();
    await user.clear(dialog.getByRole('textbox', { name: 'Email' }));
    await user.type(dialog.getByRole('textbox', { name: 'Email' }), 'right@example.com');
    await user.click(dialog.getByRole('button', { name: 'Correct and invite' }));
    await expect
      .poll(async () => (await deps.store.loadSession(sessionId))?.participants)
      .toMatchObject([{ email: 'right@example.com', phone: '+48600700842' }]);
  });

  it('is handed by a supervisor to a colleague who may go on with it', async () => {
    const office = await openOffice();
    const ben = await office.employ('Ben', 'agent');
    await office.employ('Far', 'agent', 'team-2');
    const { sessionId } = await startTestSession({}, office);
    mock.serve(office.backend);
    const { user } = openConsole(`/sessions/${sessionId}`, { as: 'the supervisor' });
    await press(user, 'Hand over');
    const dialog = within(await screen.findByRole('dialog', { name: 'Hand over' }));
    const field = await dialog.findByRole('combobox', { name: 'Who goes on with it' });
    expect(
      within(field)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['Choose a person', 'Ben (ben@office.test)']);
    await user.click(dialog.getByRole('button', { name: 'Hand over' }));
    expect(field).toHaveAccessibleDescription('Choose who goes on.');
    await user.selectOptions(field, 'Ben (ben@office.test)');
    await office.change(ben, { isDisabled: true });
    await user.click(dialog.getByRole('button', { name: 'Hand over' }));
    expect(await dialog.findByText(/^This person cannot take it over any more/)).toBeVisible();
    await office.change({ ...ben, isDisabled: true }, { isDisabled: false });
    await user.click(dialog.getByRole('button', { name: 'Hand over' }));
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
    expect(await screen.findByText('Ben')).toBeVisible();
  });

  it('cannot be handed over where there is nobody else, and says so', async () => {
    const { user } = await openDetail({ as: 'the supervisor' });
    await press(user, 'Hand over');
    const dialog = within(await screen.findByRole('dialog', { name: 'Hand over' }));
    expect(await dialog.findByText(/^There is nobody else/)).toBeVisible();
    expect(dialog.queryByRole('button', { name: 'Hand over' })).toBeNull();
    await user.click(dialog.getByRole('button', { name: 'Done' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is handed over by nobody who is an agent', async () => {
    await openDetail();
    expect(await screen.findByRole('button', { name: 'End the session' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Hand over' })).toBeNull();
  });

  it('of somebody else is not there', async () => {
    await openDetail({ as: 'an agent elsewhere' });
    expect(await screen.findByText('It is not there any more, or not yours to see.')).toBeVisible();
  });
});
