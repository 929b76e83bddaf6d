import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';

import type { SettingsLevel } from '#contract/settings.ts';
import { testTeam } from '#tests/support/create-test-backend.ts';
import { useMockServer } from '#tests/support/mock-server.ts';
import { goodPassword, openOffice } from '#tests/support/open-office.ts';
import { openConsole } from '#tests/support/render-console.tsx';
import { buildSessionInput } from '#tests/support/start-session.ts';
import { signIn } from '#contract/endpoints/people.ts';
import { startSession } from '#contract/endpoints/agent.ts';
import { openDesk } from '#console/client/desk.ts';
import { installIndexedDb } from '#tests/support/fake-indexeddb.ts';
import { buildPdf } from '#tests/support/sample-interactions.ts';

const mock = useMockServer();

/** Ben, an agent who signed in, in front of the form. */
async function openForm(settings: SettingsLevel = {}) {
  const office = await openOffice();
  await office.agent.saveTeamSettings(testTeam, settings);
  const { email, id } = await office.employ('Ben', 'agent');
  const { token } = signIn.output.parse(await (await office.enter(email, goodPassword)).json());
  mock.serve(office.backend);
  const open = () => openConsole('/new-session', { as: { bearer: token ?? '' } });
  const { user } = open();
  await screen.findByRole('heading', { level: 1, name: 'New session' });
  const name = await screen.findByLabelText('Name');
  return {
    ...office,
    /** Of whatever new session they have begun. */
    findShelf: () => {
      const desk = openDesk(id);
      return desk.shelf(desk.list().find((name) => name.startsWith('new-session')) ?? '');
    },
    asBen: await office.signInAs(email),
    user,
    name,
    open,
  };
}

const email = () => screen.getByRole('textbox', { name: /^Email/ });
const submit = (name = 'Start session') => screen.getByRole('button', { name });
const radio = (name: string) => screen.getByRole('radio', { name });

describe('A new session', () => {
  it('goes to the phone number that was typed as people write it', async () => {
    const { user, name, deps } = await openForm();
    await user.type(name, 'Maya');
    await user.click(radio('Phone (text message)'));
    await user.selectOptions(screen.getByLabelText('Country'), 'PL');
    await user.type(screen.getByLabelText('Phone number'), '600 700 842');
    expect(await screen.findByText('We will use +48600700842')).toBeVisible();
    await user.click(submit());
    expect(await screen.findByText(/The invitation goes to \+48600700842/)).toBeVisible();
    expect(await deps.store.listOutbox()).toMatchObject([{ channel: 'sms', to: '+48600700842' }]);
  });

  it('is not started before what is missing is there, and says what that is', async () => {
    const { user, deps } = await openForm();
    await user.click(screen.getByRole('button', { name: 'Payment' }));
    await user.click(screen.getByRole('button', { name: 'Agreement to sign' }));
    await user.type(screen.getByLabelText('Amount'), '49.999');
    await user.click(submit());
    await screen.findByText('4 answers need another look');
    const links = screen.getAllByRole('link', { name: /^(Enter|Choose) / });
    expect(links.map(({ textContent }) => textContent)).toEqual([
      'Enter the customer’s name',
      'Enter an email address, like name@example.com',
      'Enter an amount, like 49.00',
      'Choose the PDF that is to be signed',
    ]);
    expect(await deps.store.listSessions({ within: null, limit: 1 })).toEqual([]);
  });

  it('has the things to do that were chosen, under the titles that were given', async () => {
    const { user, name, deps } = await openForm();
    await user.type(name, 'Maya');
    await user.type(email(), 'maya@example.com');
    for (const template of ['Proof of identity', 'Short questionnaire', 'Payment']) {
      await user.click(screen.getByRole('button', { name: template }));
    }
    await user.type(screen.getByLabelText('Title of task 2'), ' about you');
    await user.type(screen.getByLabelText('Amount'), '49,50');
    await user.click(submit());
    await screen.findByRole('heading', { name: 'The session with Maya has started' });
    const [record] = await deps.store.listSessions({ within: null, limit: 1 });
    expect(record?.interactions).toMatchObject([
      { kind: 'document-request', title: 'Proof of identity' },
      { kind: 'workflow', title: 'A few questions about you' },
      { kind: 'payment', amount: { minorUnits: 4_950, currency: 'EUR' } },
    ]);
  });

  it('keeps what was typed over a reload, until it is started', async () => {
    const { user, name, open } = await openForm();
    await user.type(name, 'Maya');
    await user.type(email(), 'maya@example.com');
    open();
    expect(await screen.findByLabelText('Name')).toHaveValue('Maya');
    await user.click(submit());
    await user.click(await screen.findByRole('button', { name: 'Start another' }));
    expect(await screen.findByLabelText('Name')).toHaveValue('');
  });

  it('that is planned sends nothing, and says so', async () => {
    const { user, name, deps } = await openForm();
    await user.type(name, 'Maya');
    await user.type(email(), 'maya@example.com');
    await user.click(radio('Plan it'));
    await user.click(submit('Plan session'));
    expect(await screen.findByRole('heading', { name: 'The session with Maya is planned' })).toBeVisible();
    expect(screen.queryByText(/invitation/)).not.toBeInTheDocument();
    expect(await deps.store.listOutbox()).toEqual([]);

    await user.click(screen.getByRole('button', { name: 'Start it now' }));
    expect(await screen.findByRole('heading', { name: 'The session with Maya has started' })).toBeVisible();
    expect(await deps.store.listOutbox()).toMatchObject([{ kind: 'invitation', to: 'maya@example.com' }]);
  });
});

describe('Where text messages are off', () => {
  it('nothing asks for a phone, and a form that was kept with one is corrected with a word', async () => {
    const { user, agent, open } = await openForm();
    await user.click(radio('Phone (text message)'));
    await user.type(screen.getByLabelText('Phone number'), '+48600700842');
    await agent.saveTeamSettings(testTeam, { textMessages: false });
    open();
    expect(await screen.findByText(/^Text messages are turned off/)).toBeVisible();
    expect(screen.queryByRole('radio', { name: /phone/i })).not.toBeInTheDocument();
    expect(screen.queryByLabelText('Phone number')).not.toBeInTheDocument();
    expect(email()).toBeVisible();
  });
});

describe('An embedded session', () => {
  it.each([
    { settings: { embeddedSession: true, copySessionUrl: true }, shown: true },
    { settings: { embeddedSession: true }, shown: false },
    { settings: { copySessionUrl: true }, shown: false },
  ])('with $settings shows its link: $shown', async ({ settings, shown }) => {
    const { user, name } = await openForm(settings);
    await user.type(name, 'Maya');
    if (!settings.embeddedSession) await user.type(email(), 'maya@example.com');
    await user.click(submit());
    await screen.findByRole('heading', { name: 'The session with Maya has started' });
    expect(screen.queryByRole('button', { name: 'Copy the link' }) !== null).toBe(shown);
    expect(screen.queryByRole('img', { name: /QR code/ }) !== null).toBe(shown);
  });
});

describe('A single active session', () => {
  it('keeps the agent from another one, and leads to the one that is open', async () => {
    const { asBen, open, user } = await openForm({ singleActiveSession: true });
    const answer = await asBen(startSession, { input: buildSessionInput() });
    const { sessionId } = startSession.output.parse(await answer.json());
    open();
    const link = await screen.findByRole('link', { name: 'Go to the open session' });
    expect(link).toHaveAttribute('href', `/console/sessions/${sessionId}`);
    expect(submit()).toBeDisabled();
    expect(submit()).toHaveAccessibleDescription(/The session with Cleo Customer, started/);
    await user.click(radio('Plan it'));
    expect(submit('Plan session')).toBeEnabled();
  });

  it('is gone on with for its customer, and for nobody else', async () => {
    const { asBen, open, user, deps } = await openForm({ singleActiveSession: true, reengagement: 'continue' });
    await asBen(startSession, { input: buildSessionInput() });
    open();
    await user.type(await screen.findByLabelText('Name'), 'Cleo Customer');
    expect(await screen.findByText(/Enter the address of Cleo Customer to go on with that session\.$/)).toBeVisible();
    await user.type(email(), 'somebody@example.com');
    expect(submit()).toBeDisabled();
    await user.clear(email());
    await user.type(email(), 'CLEO@example.com');
    expect(await screen.findByText(/whose address this is: starting goes on with it/)).toBeVisible();
    await user.click(submit());
    expect(await screen.findByRole('heading', { name: 'The session with Cleo Customer goes on' })).toBeVisible();
    expect(await deps.store.listSessions({ within: null, limit: 5 })).toHaveLength(1);
  });

  it('that was opened elsewhere meanwhile is told when the start is refused', async () => {
    const { asBen, user, name } = await openForm({ singleActiveSession: true });
    await user.type(name, 'Maya');
    await user.type(email(), 'maya@example.com');
    await asBen(startSession, { input: buildSessionInput() });
    await user.click(submit());
    expect(await screen.findByRole('region', { name: 'Nothing was started' })).toBeVisible();
    expect(await screen.findByRole('link', { name: 'Go to the open session' })).toBeVisible();
    expect(screen.getByLabelText('Name')).toHaveValue('Maya');
  });
});

describe('The PDF of an agreement', () => {
  const notThere = /^The pages are not kept on this device/;
  const pick = async (user: Awaited<ReturnType<typeof openForm>>['user']) => {
    await user.click(screen.getByRole('button', { name: 'Agreement to sign' }));
    const pdf = await buildPdf();
    const file = new File([pdf], 'lease.pdf', { type: 'application/pdf' });
    await user.upload(screen.getByLabelText('Choose a PDF'), file);
    await screen.findByText('lease.pdf: 1 page, no fields yet');
    await user.click(screen.getByRole('button', { name: 'Signature' }));
    return pdf;
  };
  const placed = async () => screen.findByRole('button', { name: /^Your signature, / });

  it('is there with its fields after a reload, and let go of once the session is started', async () => {
    installIndexedDb();
    const { user, name, open, findShelf } = await openForm();
    await user.type(name, 'Maya');
    await user.type(email(), 'maya@example.com');
    const pdf = await pick(user);
    const shelf = findShelf();
    expect(screen.queryByText(/^This device could not keep the file/)).not.toBeInTheDocument();
    open();
    expect(await placed()).toBeVisible();
    const id = screen.getByRole('button', { name: 'Choose another PDF' }).id.replace('document-', '');
    await expect(shelf.read(id)).resolves.toEqual(pdf);
    // Note: looked at after another read of the shelf, so the form has read it as well.
    expect(screen.queryByText(notThere)).not.toBeInTheDocument();
    await user.click(submit());
    await screen.findByRole('heading', { name: 'The session with Maya has started' });
    await expect.poll(() => shelf.read(id)).toBeUndefined();
  });

  it('is not lost by clearing the form unless somebody is sure', async () => {
    installIndexedDb();
    const { user, name, findShelf } = await openForm();
    await pick(user);
    const shelf = findShelf();
    await user.type(name, 'Maya');
    const id = screen.getByRole('button', { name: 'Choose another PDF' }).id.replace('document-', '');
    await user.click(screen.getByRole('button', { name: 'Clear the form' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Cancel' }));
    expect(name).toHaveValue('Maya');
    await user.click(screen.getByRole('button', { name: 'Clear the form' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Clear the form' }));
    await expect.poll(() => shelf.read(id)).toBeUndefined();
    expect(name).toHaveValue('');
    await user.click(screen.getByRole('button', { name: 'Clear the form' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('that is taken out of the form is let go of', async () => {
    installIndexedDb();
    const { user, findShelf } = await openForm();
    const pdf = await pick(user);
    const shelf = findShelf();
    const id = screen.getByRole('button', { name: 'Choose another PDF' }).id.replace('document-', '');
    await expect(shelf.read(id)).resolves.toEqual(pdf);
    await user.click(screen.getByRole('button', { name: 'Remove Sign your agreement' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Cancel' }));
    expect(await shelf.read(id)).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Remove Sign your agreement' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Remove' }));
    await expect.poll(() => shelf.read(id)).toBeUndefined();
  });

  it('that this device cannot keep says so; after a reload the fields are there, and the file is asked for again', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const { user, open } = await openForm();
    await pick(user);
    expect(screen.getByText(/^This device could not keep the file/)).toBeVisible();
    expect(screen.queryByText(notThere)).not.toBeInTheDocument();
    open();
    expect(await placed()).toBeVisible();
    expect(await screen.findByText(notThere)).toBeVisible();
  });

  it('follows the customer’s language in what was not typed', async () => {
    const { user, deps, name } = await openForm();
    await user.type(name, 'Maya');
    await user.type(email(), 'maya@example.com');
    await pick(user);
    await user.click(screen.getByRole('button', { name: 'Payment' }));
    await user.type(screen.getByLabelText('Title of task 2'), '!');
    await user.type(screen.getByLabelText('Amount'), '5');
    await user.selectOptions(screen.getByLabelText('Customer’s language'), 'Arabic');
    expect(screen.getByLabelText('Title of task 1')).toHaveValue('وقّع اتفاقيتك');
    expect(screen.getByText('The customer reads this in Arabic.')).toBeVisible();
    await user.click(submit());
    await screen.findByRole('heading', { name: 'The session with Maya has started' });
    const [record] = await deps.store.listSessions({ within: null, limit: 1 });
    expect(record?.interactions).toMatchObject([
      { title: 'وقّع اتفاقيتك', fields: [{ label: 'توقيعك' }] },
      { title: 'Pay your fee!', purpose: 'الرسوم المستحقة عليك' },
    ]);
  });
});
