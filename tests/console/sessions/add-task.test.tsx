import { fireEvent, screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';

import { getSession } from '#contract/endpoints/entry.ts';
import { getEsign } from '#contract/endpoints/esign.ts';
import type { Language } from '#contract/language.ts';
import { createTestBackend } from '#tests/support/create-test-backend.ts';
import { useMockServer } from '#tests/support/mock-server.ts';
import { openConsole } from '#tests/support/render-console.tsx';
import { buildPdf } from '#tests/support/sample-interactions.ts';
import { startTestSession } from '#tests/support/start-session.ts';

const mock = useMockServer();

async function openAdding({ language = 'en' }: { language?: Language } = {}) {
  const test = createTestBackend();
  const customer = { name: 'Cleo Customer', email: 'cleo@example.com', phone: null, language };
  const session = await startTestSession({ customer }, test);
  mock.serve(test.backend);
  const { user } = openConsole(`/sessions/${session.sessionId}`, { as: 'the agent' });
  await user.click(await screen.findByRole('button', { name: 'Ask for something' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Ask for something' }));
  const readTasks = async () => getSession.output.parse(await (await session.customer(getSession)).json()).interactions;
  return {
    ...session,
    user,
    dialog,
    readTasks,
    pick: async (template: string) =>
      user.selectOptions(dialog.getByRole('combobox', { name: 'Begin with' }), template),
    submit: () => dialog.getByRole('button', { name: 'Ask the customer' }),
  };
}

describe('Asking for something more', () => {
  it('such as a payment: what is missing is said at its field, and the customer reads what it is for', async () => {
    const { user, dialog, pick, submit, readTasks } = await openAdding();
    await pick('Payment');
    await user.clear(dialog.getByRole('textbox', { name: 'Description' }));
    await user.click(submit());
    expect(dialog.getByRole('textbox', { name: 'Amount' })).toHaveAccessibleDescription('Enter an amount, like 49.00');
    expect(dialog.getByRole('textbox', { name: 'Description' })).toHaveAccessibleDescription(
      'Enter what the payment is for',
    );
    await user.type(dialog.getByRole('textbox', { name: 'Amount' }), '120,50');
    await user.selectOptions(dialog.getByRole('combobox', { name: 'Currency' }), 'PLN');
    await user.type(dialog.getByRole('textbox', { name: 'Description' }), 'Notary');
    await user.click(submit());
    expect(await screen.findByRole('heading', { level: 3, name: 'Pay your fee' })).toBeVisible();
    expect(await readTasks()).toMatchObject([
      { kind: 'payment', amount: { minorUnits: 12_050, currency: 'PLN' }, purpose: 'Notary' },
    ]);
  });

  it('such as a signature: the PDF is brought, fields are put on it, and the customer finds them there', async () => {
    const { user, dialog, pick, submit, readTasks, customer } = await openAdding();
    await pick('Agreement to sign');
    await user.click(submit());
    expect(dialog.getByText('Choose the PDF that is to be signed')).toBeVisible();
    const pdf = new File([await buildPdf(2)], 'lease.pdf', { type: 'application/pdf' });
    await user.upload(dialog.getByLabelText('Choose a PDF'), pdf);
    expect(await dialog.findByText('lease.pdf: 2 pages, no fields yet')).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Next page' }));
    await user.click(dialog.getByRole('button', { name: 'Signature' }));
    await user.keyboard('{ArrowRight}');
    expect(dialog.getByRole('button', { name: 'Your signature, 11% from the left, 55% from the top' })).toHaveFocus();

    await pick('Payment');
    await pick('Agreement to sign');
    expect(dialog.getByText('lease.pdf: 2 pages, 1 field')).toBeVisible();
    await user.click(submit());
    expect(await screen.findByRole('heading', { level: 3, name: 'Sign your agreement' })).toBeVisible();
    const [task] = await readTasks();
    const answer = await customer(getEsign, { params: { interactionId: task?.id ?? '' } });
    expect(getEsign.output.parse(await answer.json())).toMatchObject({
      document: { pages: 2 },
      fields: [{ kind: 'signature', page: 1, box: { x: 0.11 } }],
    });
  });

  it('that is no PDF is refused beside the field, and nothing else is lost', async () => {
    const { user, dialog, pick } = await openAdding();
    await pick('Agreement to sign');
    await user.type(dialog.getByRole('textbox', { name: 'Name' }), ' of lease');
    await user.upload(
      dialog.getByLabelText('Choose a PDF'),
      new File(['Hello'], 'hello.pdf', { type: 'application/pdf' }),
    );
    expect(await dialog.findByText(/^The document could not be read/)).toBeVisible();
    expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('Sign your agreement of lease');
  });

  it('is not lost with a request that fails, and is asked for once however often it is sent', async () => {
    const { user, backend, dialog, pick, submit, readTasks } = await openAdding();
    await pick('Questions of your own');
    await user.type(dialog.getByRole('textbox', { name: /^Questions/ }), 'Since when?');
    const lose = http.post(
      '*/interactions',
      async ({ request }) => {
        await backend(request);
        return HttpResponse.error();
      },
      { once: true },
    );
    mock.server.use(lose);
    await user.click(submit());
    expect(await dialog.findByRole('region', { name: 'This was not saved.' })).toBeVisible();
    expect(dialog.getByRole('textbox', { name: /^Questions/ })).toHaveValue('Since when?');
    fireEvent.click(submit());
    fireEvent.click(submit());
    expect(await screen.findByRole('heading', { level: 3, name: 'A few questions' })).toBeVisible();
    expect(await readTasks()).toHaveLength(1);
  });

  it('is worded in the customer’s language, and the agent reads what the customer will', async () => {
    const { user, dialog, pick, submit, readTasks } = await openAdding({ language: 'pl' });
    expect(dialog.getByText('The customer reads this in Polish.')).toBeVisible();
    expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('Potwierdzenie tożsamości');
    await pick('Short questionnaire');
    expect(dialog.getByRole('list', { name: 'What it asks' })).toHaveTextContent(
      /Jak najlepiej się z Tobą skontaktować\?/,
    );
    await user.click(submit());
    await screen.findByRole('heading', { level: 3, name: 'Kilka pytań' });
    expect(await readTasks()).toMatchObject([{ title: 'Kilka pytań' }]);
  });
});
