/** Everybody in a session: who they are, how they get in, whom one invites, whose a task is. */
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { endSession, saveSystemSettings } from '#contract/endpoints/agent.ts';
import { getSession } from '#contract/endpoints/entry.ts';
import { saveEsignDraft } from '#contract/endpoints/esign.ts';
import { revokeLinksOfParticipant } from '#contract/endpoints/participation.ts';
import { signIn } from '#contract/endpoints/people.ts';
import { limits } from '#contract/limits.ts';
import type { SettingsLevel } from '#contract/settings.ts';
import { createCustomerClient } from '#backend/scenarios/customer-client.ts';
import { useMockServer } from '#tests/support/mock-server.ts';
import { openOffice } from '#tests/support/open-office.ts';
import { openFeed } from '#tests/support/read-feed.ts';
import { openConsole } from '#tests/support/render-console.tsx';
import { anna, listCards, startAmongSeveral } from '#tests/support/several-people.ts';
import { readCode } from '#tests/support/start-session.ts';

const mock = useMockServer();

/** Somebody signed in who is told no link unless the policy lets them. */
async function openAmongSeveral({
  settings = {},
  isAnnaIn = false,
}: { settings?: SettingsLevel; isAnnaIn?: boolean } = {}) {
  const office = await openOffice();
  const { email } = await office.employ('Samir', 'supervisor');
  const session = await startAmongSeveral({ settings }, office);
  const participantId = isAnnaIn ? (await session.invite()).participantId : '';
  const { token } = signIn.output.parse(await (await office.enter(email)).json());
  mock.serve(office.backend);
  const { user } = openConsole(`/sessions/${session.sessionId}`, { as: { bearer: token ?? '' } });
  const row = async (name: string) => {
    const item = (await screen.findByRole('heading', { level: 3, name })).closest('li');
    if (!item) throw new Error(`Failed to find ${name} in a list.`);
    return item;
  };
  await row('Cleo Customer');
  return {
    ...session,
    office,
    participantId,
    user,
    row,
    press: async (name: string) => user.click(await screen.findByRole('button', { name })),
    dialog: async (name: string | RegExp) => within(await screen.findByRole('dialog', { name })),
  };
}
type Page = Awaited<ReturnType<typeof openAmongSeveral>>;

async function fillInvitation({ user, press, dialog }: Page, { name, email }: { name: string; email: string }) {
  await press('Invite somebody');
  const form = await dialog('Invite somebody');
  await user.type(form.getByRole('textbox', { name: 'Name of the person' }), name);
  await user.type(form.getByRole('textbox', { name: 'Email' }), email);
  return form;
}

describe('Participants', () => {
  it('are listed with role, contact, presence, what is left to do, and each with their own link and message', async () => {
    const page = await openAmongSeveral({ isAnnaIn: true });
    const params = { sessionId: page.sessionId, participantId: page.participantId };
    expect(await page.row('Cleo Customer')).toHaveTextContent(
      /Customer.*Not there.*cleo@example\.com.*Sent by email.*Works until.*Invitation of .*3 tasks are left/s,
    );
    expect(await page.row('Anna Alder')).toHaveTextContent(
      /Invited.*Not there.*anna@example\.com.*Works until.*Nothing is left/s,
    );
    await page.asAgent(revokeLinksOfParticipant, { params });
    await expect.poll(async () => (await page.row('Anna Alder')).textContent).toMatch(/Revoked /);
    expect(await page.row('Cleo Customer')).toHaveTextContent(/Works until/);
  });

  it('are told apart by whether their message got through, with a way to what can be done about it', async () => {
    const page = await openAmongSeveral({ isAnnaIn: true });
    const [letter] = await page.readLetters(anna.email);
    await page.deps.store.changeMessage(letter?.id ?? '', (message) => ({
      ...message,
      delivery: { state: 'dead', tries: 9, at: page.deps.now(), reason: 'no such address' },
    }));
    await page.press('Send the invitation again: Cleo Customer');
    await expect
      .poll(async () => (await page.row('Anna Alder')).textContent)
      .toMatch(/Invitation of .*: did not get through/);
    expect(await page.row('Cleo Customer')).not.toHaveTextContent(/did not get through/);
    await page.user.click(screen.getByRole('link', { name: 'Messages sent' }));
    expect(await screen.findByRole('button', { name: 'Invitation to Anna Alder' })).toBeVisible();
  });

  it('who are invited while one looks are seen to come', async () => {
    const page = await openAmongSeveral();
    await screen.findByText('Live');
    await page.invite();
    expect(await page.row('Anna Alder')).toHaveTextContent('Not there');
    const feed = await openFeed((await page.comeInAs(anna.email)).call);
    await feed.nextBatch();
    await expect.poll(async () => (await page.row('Anna Alder')).textContent).toMatch(/There now/);
    await feed.cancel();
  });

  it('are invited again, one of them, and not twice within a minute', async () => {
    const page = await openAmongSeveral({ isAnnaIn: true });
    await page.press('Send the invitation again: Anna Alder');
    await expect.poll(async () => (await page.readLetters(anna.email)).length).toBe(2);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    await page.press('Send the invitation again: Anna Alder');
    expect(await screen.findByText(/^This was done a moment ago/)).toBeVisible();
    expect(await page.readLetters('cleo@example.com')).toHaveLength(1);
  });

  it('are shut out one by one, after it was said what happens', async () => {
    const page = await openAmongSeveral({ isAnnaIn: true });
    const guest = await page.comeInAs(anna.email);
    await page.press('Revoke access: Anna Alder');
    const question = await page.dialog('Revoke the access of Anna Alder?');
    expect(question.getByText(/^Every link of Anna Alder stops working at once/)).toBeVisible();
    await page.user.click(question.getByRole('button', { name: 'Revoke access' }));
    await expect.poll(async () => (await page.row('Anna Alder')).textContent).toMatch(/Revoked /);
    expect(await readCode(guest.call(getSession))).toBe('link-unknown');
    expect(await listCards(page.cleo)).toHaveLength(3);
    expect(screen.queryByRole('button', { name: 'Revoke access: Anna Alder' })).not.toBeInTheDocument();
  });

  it('have their contact corrected, never to that of somebody else', async () => {
    const page = await openAmongSeveral({ isAnnaIn: true });
    const guest = await page.comeInAs(anna.email);
    await page.press('Correct the contact: Anna Alder');
    const form = await page.dialog('Correct the contact');
    const email = form.getByRole('textbox', { name: 'Email' });
    await page.user.clear(email);
    await page.user.type(email, 'Cleo@example.com');
    await page.user.click(form.getByRole('button', { name: 'Correct and invite' }));
    expect(await form.findByText('Somebody with this contact takes part already.')).toBeVisible();
    expect(email).toHaveAccessibleDescription('Somebody with this contact takes part already.');
    expect(await readCode(guest.call(getSession))).toBe('ok');
    await page.user.clear(email);
    await page.user.type(email, 'a.alder@example.com');
    await page.user.click(form.getByRole('button', { name: 'Correct and invite' }));
    await expect.poll(async () => (await page.row('Anna Alder')).textContent).toMatch(/a\.alder@example\.com/);
    expect(await readCode(guest.call(getSession))).toBe('link-unknown');
    expect(await listCards(page.cleo)).toHaveLength(3);
  });

  it('have a link to copy where links are passed on by hand, and none where the business’s page shares them', async () => {
    const page = await openAmongSeveral({ settings: { embeddedSession: true, copySessionUrl: true } });
    expect(screen.queryByRole('button', { name: /^Send the invitation again/ })).not.toBeInTheDocument();
    await page.press('Get a link to copy: Cleo Customer');
    const shown = await page.dialog('The new link of Cleo Customer');
    const { value } = shown.getByRole<HTMLInputElement>('textbox', { name: 'Link' });
    expect(await listCards(createCustomerClient(page.backend, value))).toHaveLength(3);
  });

  it('of an embedded session that shares no link are sent nothing, and nothing is there to copy', async () => {
    await openAmongSeveral({ settings: { embeddedSession: true } });
    expect(screen.getByText(/^Nothing is sent: your own page/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /^(Send the invitation again|Get a link)/ })).not.toBeInTheDocument();
  });
});

describe('Inviting somebody', () => {
  it('says at its field what is wrong, and what is somebody else’s; then they are there, written to in their language', async () => {
    const page = await openAmongSeveral();
    const form = await fillInvitation(page, { name: ' ', email: 'cleo@' });
    const email = form.getByRole('textbox', { name: 'Email' });
    const invite = form.getByRole('button', { name: 'Invite' });
    await page.user.click(invite);
    expect(form.getByRole('textbox', { name: 'Name of the person' })).toHaveAccessibleDescription('Enter a name.');
    expect(email).toHaveAccessibleDescription(/^Enter a whole email address/);
    await page.user.type(form.getByRole('textbox', { name: 'Name of the person' }), 'Anna Alder');
    await page.user.type(email, 'example.com');
    await page.user.click(invite);
    expect(await form.findByText('Somebody with this contact takes part already.')).toBeVisible();
    expect(email).toHaveAccessibleDescription('Somebody with this contact takes part already.');
    await page.user.clear(email);
    await page.user.type(email, anna.email);
    await page.user.selectOptions(form.getByRole('combobox', { name: 'Language of messages to them' }), 'Polish');
    await page.user.click(invite);
    expect(await page.row('Anna Alder')).toHaveTextContent(/Invited/);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(await page.readLetters(anna.email)).toMatchObject([{ kind: 'invitation', language: 'pl' }]);
  });

  it('is refused where the session is full', async () => {
    const page = await openAmongSeveral();
    for (let at = 2; at <= limits.participantsPerSession; at += 1)
      await page.invite({ name: `Guest ${at}`, email: `guest-${at}@example.com`, phone: null });
    const form = await fillInvitation(page, anna);
    await page.user.click(form.getByRole('button', { name: 'Invite' }));
    expect(await form.findByText(/^The session is full/)).toBeVisible();
  });

  it('is refused in a session that ended meanwhile', async () => {
    const page = await openAmongSeveral();
    const form = await fillInvitation(page, anna);
    await page.asAgent(endSession, { params: { sessionId: page.sessionId } });
    await page.user.click(form.getByRole('button', { name: 'Invite' }));
    expect(await form.findByText('The session has ended.')).toBeVisible();
  });

  it('by a text message is not offered any more once those are off, and goes on by email', async () => {
    const page = await openAmongSeveral();
    const form = await fillInvitation(page, anna);
    await page.user.click(form.getByRole('radio', { name: 'Text message' }));
    await page.user.type(form.getByRole('textbox', { name: /^Phone/ }), '+48600700111');
    await page.office.asAdministrator(saveSystemSettings, { input: { version: 0, settings: { textMessages: false } } });
    await page.user.click(form.getByRole('button', { name: 'Invite' }));
    expect(await form.findByText(/text messages are switched off/)).toBeVisible();
    await expect.poll(() => form.queryByRole('textbox', { name: /^Phone/ })).toBeNull();
    expect(form.queryByRole('radio')).not.toBeInTheDocument();
    await page.user.click(form.getByRole('button', { name: 'Invite' }));
    expect(await page.row('Anna Alder')).toHaveTextContent(/Sent by email/);
  });
});

describe('A task', () => {
  it('is given to somebody new, who is invited first, and back to the customer', async () => {
    const page = await openAmongSeveral();
    expect(await page.row('Guarantee')).not.toHaveTextContent(/for Cleo Customer/);
    await page.press('Assign: Guarantee');
    const choice = await page.dialog('Assign: Guarantee');
    expect(choice.getByRole('combobox', { name: 'Who does it' })).toHaveDisplayValue('Somebody new');
    await page.user.click(choice.getByRole('button', { name: 'Invite somebody' }));
    const form = await page.dialog('Invite somebody');
    expect(form.getByText(/you give them “Guarantee”/)).toBeVisible();
    await page.user.type(form.getByRole('textbox', { name: 'Name of the person' }), 'Anna Alder');
    await page.user.type(form.getByRole('textbox', { name: 'Email' }), anna.email);
    await page.user.click(form.getByRole('button', { name: 'Invite' }));
    const chosen = await page.dialog('Assign: Guarantee');
    expect(
      await chosen.findByRole('option', { name: 'Anna Alder (anna@example.com)', selected: true }),
    ).toBeInTheDocument();
    await page.user.click(chosen.getByRole('button', { name: 'Assign' }));
    await expect.poll(async () => (await page.row('Guarantee')).textContent).toMatch(/for Anna Alder/);
    expect(await page.row('Anna Alder')).toHaveTextContent(/1 task is left/);
    expect(await listCards(await page.comeInAs(anna.email))).toEqual(['Guarantee new']);

    await page.press('Assign: Guarantee');
    const back = await page.dialog('Assign: Guarantee');
    await page.user.click(back.getByRole('button', { name: 'Assign' }));
    expect(back.getByRole('combobox')).toHaveAccessibleDescription('Choose who does it.');
    await page.user.selectOptions(back.getByRole('combobox'), 'Cleo Customer (cleo@example.com)');
    await page.user.click(back.getByRole('button', { name: 'Assign' }));
    await expect.poll(async () => (await page.row('Guarantee')).textContent).toMatch(/for Cleo Customer/);
    expect(await listCards(page.cleo)).toContain('Guarantee new');
  });

  it('that somebody has begun stays theirs, also when they began while one chose', async () => {
    const page = await openAmongSeveral({ isAnnaIn: true });
    await page.press('Assign: Guarantee');
    const choice = await page.dialog('Assign: Guarantee');
    await page.user.selectOptions(choice.getByRole('combobox'), 'Anna Alder (anna@example.com)');
    const draft = { writer: 'tab-number-1', revision: 0, takeOver: false, content: { values: {} } };
    await page.cleo.ask(saveEsignDraft, { interactionId: page.guarantee }, draft);
    await page.user.click(choice.getByRole('button', { name: 'Assign' }));
    expect(await choice.findByText('Somebody has begun it meanwhile, so it stays theirs.')).toBeVisible();
    await page.user.click(choice.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('button', { name: 'Assign: Guarantee' })).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Assign: Loan agreement' })).toBeVisible();
  });

  it('is given by hand where links are: first the link of whoever is new, then the task', async () => {
    const page = await openAmongSeveral({ settings: { embeddedSession: true, copySessionUrl: true } });
    await page.press('Assign: Guarantee');
    await page.user.click((await page.dialog('Assign: Guarantee')).getByRole('button', { name: 'Invite somebody' }));
    const form = await page.dialog('Invite somebody');
    expect(form.getByText('Nothing is sent: you get their link and pass it on.')).toBeVisible();
    await page.user.type(form.getByRole('textbox', { name: 'Name of the person' }), 'Anna Alder');
    await page.user.click(form.getByRole('button', { name: 'Invite' }));
    const shown = await page.dialog('The new link of Anna Alder');
    const { value } = shown.getByRole<HTMLInputElement>('textbox', { name: 'Link' });
    await page.user.click(shown.getByRole('button', { name: 'Done' }));
    const chosen = await page.dialog('Assign: Guarantee');
    await page.user.click(chosen.getByRole('button', { name: 'Assign' }));
    await expect.poll(async () => listCards(createCustomerClient(page.backend, value))).toEqual(['Guarantee new']);
  });
});
