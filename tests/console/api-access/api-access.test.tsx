import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';

import { listSessions } from '#contract/endpoints/people.ts';
import { deliverWebhooks } from '#backend/systems/deliver-webhooks.ts';
import { createTestBackend } from '#tests/support/create-test-backend.ts';
import { useMockServer } from '#tests/support/mock-server.ts';
import { openConsole } from '#tests/support/render-console.tsx';
import { buildSessionInput, createCaller, readCode } from '#tests/support/start-session.ts';

const mock = useMockServer();

function openApiAccess() {
  const test = createTestBackend();
  mock.serve(test.backend);
  return { test, ...openConsole('/api-access', { as: 'administrator' }) };
}
type View = ReturnType<typeof openApiAccess>;

const press = async ({ user }: Pick<View, 'user'>, name: string | RegExp) =>
  user.click(await screen.findByRole('button', { name }));
const dialog = (name: string) => screen.findByRole('dialog', { name });

async function addKey(view: View, name: string): Promise<string> {
  await press(view, 'Add key');
  const form = within(await dialog('Add an API key'));
  await view.user.type(form.getByRole('textbox', { name: 'Name of the system' }), name);
  await view.user.click(form.getByRole('button', { name: 'Add key' }));
  const told = within(await dialog(`The key of ${name}`));
  const secret = told.getByRole('textbox', { name: 'Key' });
  if (!(secret instanceof HTMLInputElement)) throw new Error('Failed to find the key.');
  await view.user.click(told.getByRole('button', { name: 'Done' }));
  return secret.value;
}

async function addWebhook(view: View, url: string): Promise<void> {
  await press(view, 'Add webhook');
  const form = within(await dialog('Add a webhook'));
  await view.user.type(form.getByRole('textbox', { name: 'Address' }), url);
  await view.user.click(form.getByRole('button', { name: 'Add webhook' }));
  const told = within(await dialog('The webhook is added'));
  expect(told.getByRole('textbox', { name: 'Signing secret' })).toHaveDisplayValue(/^whsec_/);
  await view.user.click(told.getByRole('button', { name: 'Done' }));
}

/** It is done all the same. */
function loseFirstAnswer({ test }: View, path: string): void {
  mock.server.use(
    http.post(
      path,
      async ({ request }) => {
        await test.backend(request);
        return HttpResponse.error();
      },
      { once: true },
    ),
  );
}

const deliver = ({ deps }: View['test'], status: number) =>
  deliverWebhooks({
    ...deps,
    transport: () => Promise.resolve({ kind: status < 300 ? 'sent' : 'refused', answer: `HTTP ${status}` }),
    random: () => 0.5,
    signal: new AbortController().signal,
    onSettled: () => undefined,
  });

describe('API keys', () => {
  it('are made for a system, told once, used, and taken away', async () => {
    const view = openApiAccess();
    expect(await screen.findByText(/^There are no keys\./)).toBeVisible();
    const secret = await addKey(view, 'Ledger');
    const keys = within(await screen.findByRole('region', { name: 'API keys' }));
    expect(await keys.findByText('Never used')).toBeVisible();
    expect(document.body).not.toHaveTextContent(secret);
    const asSystem = createCaller(view.test.backend, secret);
    expect(await readCode(asSystem(listSessions))).toBe('ok');

    await press(view, 'Revoke Ledger');
    await press(view, 'Cancel');
    expect(await readCode(asSystem(listSessions))).toBe('ok');
    await press(view, 'Revoke Ledger');
    await press(view, 'Revoke the key');
    expect(await screen.findByText(/^There are no keys\./)).toBeVisible();
    expect(await readCode(asSystem(listSessions))).toBe('not-signed-in');
  });

  it('whose answer was lost are told by asking again, and are one', async () => {
    const view = openApiAccess();
    loseFirstAnswer(view, '*/api/agent/api-keys');
    await press(view, 'Add key');
    const form = within(await dialog('Add an API key'));
    await view.user.type(form.getByRole('textbox', { name: 'Name of the system' }), 'Ledger');
    const add = form.getByRole('button', { name: 'Add key' });
    await view.user.click(add);
    expect(await form.findByLabelText('This was not saved.')).toBeVisible();
    await view.user.click(add);
    const told = within(await dialog('The key of Ledger'));
    expect(await view.test.deps.store.systems.listKeys()).toHaveLength(1);
    const secret = told.getByRole('textbox', { name: 'Key' }).getAttribute('value') ?? '';
    expect(await readCode(createCaller(view.test.backend, secret)(listSessions))).toBe('ok');
  });

  it('need a name and something that they may do', async () => {
    const view = openApiAccess();
    await press(view, 'Add key');
    const form = within(await dialog('Add an API key'));
    await view.user.click(form.getByRole('checkbox', { name: 'Start sessions' }));
    await view.user.click(form.getByRole('checkbox', { name: 'Read sessions and their results' }));
    await view.user.click(form.getByRole('button', { name: 'Add key' }));
    expect(form.getByRole('textbox')).toHaveAccessibleDescription(/Enter a name/);
    expect(form.getByRole('group', { name: 'What it may do' })).toHaveAccessibleDescription(/Choose at least one\./);
    expect(await view.test.deps.store.systems.listKeys()).toEqual([]);
  });
});

describe('Webhooks', () => {
  it('say what is wrong with an address beside it, until it is right', async () => {
    const view = openApiAccess();
    await press(view, 'Add webhook');
    const form = within(await dialog('Add a webhook'));
    const field = form.getByRole('textbox', { name: 'Address' });
    const add = () => view.user.click(form.getByRole('button', { name: 'Add webhook' }));
    await add();
    expect(field).toHaveAccessibleDescription(/Enter a whole address/);
    await view.user.type(field, 'http://ledger.example/');
    await add();
    await waitFor(() => expect(field).toHaveAccessibleDescription(/Use an address that starts with https/));
    await view.user.clear(field);
    await view.user.type(field, 'https://ledger.example/');
    await add();
    expect(await dialog('The webhook is added')).toBeVisible();
  });

  it('whose answer was lost are told by asking again, and are one', async () => {
    const view = openApiAccess();
    loseFirstAnswer(view, '*/api/agent/webhooks');
    await press(view, 'Add webhook');
    const form = within(await dialog('Add a webhook'));
    await view.user.type(form.getByRole('textbox', { name: 'Address' }), 'https://ledger.example/');
    const add = form.getByRole('button', { name: 'Add webhook' });
    await view.user.click(add);
    expect(await form.findByLabelText('This was not saved.')).toBeVisible();
    await view.user.click(add);
    const told = within(await dialog('The webhook is added'));
    const webhooks = await view.test.deps.store.systems.listWebhooks();
    expect(webhooks.map(({ secret }) => secret)).toEqual([
      told.getByRole('textbox', { name: 'Signing secret' }).getAttribute('value'),
    ]);
  });

  it('are tried out, looked at, and told again what did not arrive', async () => {
    const view = openApiAccess();
    await addWebhook(view, 'https://ledger.example/');
    await view.user.click(await screen.findByRole('link', { name: 'https://ledger.example/' }));
    expect(await screen.findByText(/^Nothing was sent yet/)).toBeVisible();
    await press(view, 'Send a test');
    const log = within(await screen.findByRole('region', { name: 'What was sent' }));
    expect(await log.findByText('Waiting')).toBeVisible();

    await view.test.agent.startSession(buildSessionInput());
    await deliver(view.test, 410);
    await waitFor(() => expect(log.getAllByText('Given up')).toHaveLength(2), { timeout: 10_000 });
    expect(log.getAllByRole('listitem').map((row) => row.textContent)).toEqual([
      expect.stringMatching(/^A session started.*1 try · HTTP 410/),
      expect.stringMatching(/^Test.*1 try · HTTP 410/),
    ]);
    await press(view, /^Send again: A session started/);
    expect(await log.findByText('Waiting')).toBeVisible();
    await deliver(view.test, 204);
    expect(await log.findByText('Arrived', {}, { timeout: 10_000 })).toBeVisible();
  });

  it('are changed, and removed', async () => {
    const view = openApiAccess();
    await addWebhook(view, 'https://ledger.example/');
    await view.user.click(await screen.findByRole('link', { name: 'https://ledger.example/' }));
    await press(view, 'Change');
    const form = within(await dialog('Change the webhook'));
    await view.user.click(form.getByRole('checkbox', { name: 'Declined' }));
    await view.user.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    await waitFor(() => expect(screen.queryByText('Declined')).not.toBeInTheDocument());

    await press(view, 'Remove');
    await press(view, 'Remove the webhook');
    expect(await screen.findByText(/^There are no webhooks\./)).toBeVisible();
    expect(location.pathname).toBe('/console/api-access');
  });
});

it('Whoever is no administrator finds nothing of it', async () => {
  mock.serve(createTestBackend().backend);
  openConsole('/api-access', { as: 'the supervisor' });
  expect(await screen.findByRole('heading', { name: 'There is no such page' })).toBeVisible();
  expect(screen.queryByRole('link', { name: 'API access' })).not.toBeInTheDocument();
});
