import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';

import type { Backend } from '#backend/create-backend.ts';
import { createCustomerClient } from '#backend/scenarios/customer-client.ts';
import { answer, pay, submitPapers, uploadTo } from '#backend/scenarios/customer-steps.ts';
import { partIdSchema } from '#contract/ids.ts';
import { createTestBackend } from '#tests/support/create-test-backend.ts';
import { useMockServer } from '#tests/support/mock-server.ts';
import { buildSession, openLink, renderRoom } from '#tests/support/render-room.tsx';
import {
  buildDocumentRequest,
  buildEsign,
  buildPayment,
  buildPdf,
  buildWorkflow,
} from '#tests/support/sample-interactions.ts';

const mock = useMockServer();

const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });
const cardOf = async (title: string) => {
  const card = (await screen.findByRole('heading', { level: 3, name: title })).closest('li');
  if (!card) throw new Error(`Failed to find the card of ${title}.`);
  return within(card);
};
const titlesIn = (section: string) =>
  within(screen.getByRole('region', { name: section }))
    .getAllByRole('heading', { level: 3 })
    .map(({ textContent }) => textContent);

/** A session whose papers were handed in, on a backend that serves the page. */
async function buildHandedIn(test = createTestBackend()) {
  const session = await buildSession({ interactions: [buildDocumentRequest('Proof of income')] }, test);
  const customer = createCustomerClient(session.backend, session.url);
  const [interactionId] = session.interactions;
  if (!interactionId) throw new Error('Failed to start: one interaction was sent.');
  const bytes = await buildPdf();
  const target = { interactionId, itemId: partIdSchema.parse('payslip'), filename: 'payslip.pdf' };
  await uploadTo(customer, target, bytes);
  await submitPapers(customer, interactionId);
  mock.serve(session.backend);
  return { ...session, interactionId, customer, bytes };
}

test('A customer sees who asks, how much there is to do, and one action for each thing', async () => {
  const document = await buildPdf();
  const session = await buildSession({});
  const fileId = await session.agent.addDocument(document);
  await session.agent.addInteraction(session.sessionId, buildEsign(fileId, 'Loan agreement'));
  await session.agent.addInteraction(session.sessionId, buildWorkflow('About your work'));
  await session.agent.addInteraction(session.sessionId, buildPayment('Arrangement fee'));
  mock.serve(session.backend);
  openLink(session.path);

  await heading('3 things to do');
  expect(screen.getByText(/Ada Agent from Harbour Credit asks you/)).toBeInTheDocument();
  expect(titlesIn('To do')).toEqual(['Loan agreement', 'About your work', 'Arrangement fee']);
  expect((await cardOf('Loan agreement')).getByRole('button')).toHaveAccessibleName('Start: Loan agreement');
  expect((await cardOf('Arrangement fee')).getByRole('button')).toHaveAccessibleName('Pay €49.00: Arrangement fee');
});

test('A customer who has nothing to do is told that things appear by themselves, and they do', async () => {
  const { agent, sessionId } = await renderRoom(mock, {});
  await heading('Nothing to do right now');
  expect(screen.getByText(/will appear here by itself/)).toBeInTheDocument();

  await agent.addInteraction(sessionId, buildWorkflow('About your work'));

  await heading('One thing to do');
  const card = await cardOf('About your work');
  expect(card.getByText('New')).toBeInTheDocument();
  expect(card.getByRole('button', { name: 'Start: About your work' })).toBeInTheDocument();
  expect(screen.getByText('New: About your work')).toBeInTheDocument();
});

test('A customer who did everything is told so and may go', async () => {
  const session = await buildSession({ interactions: [buildPayment()] });
  const [payment] = session.interactions;
  if (!payment) throw new Error('Failed to start.');
  await pay(createCustomerClient(session.backend, session.url), payment);
  mock.serve(session.backend);
  openLink(session.path);

  await heading('All done');
  expect(screen.getByText(/You may close this page/)).toBeInTheDocument();
  expect((await cardOf('Arrangement fee')).getByText(/€49.00 paid on/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /Pay/ })).not.toBeInTheDocument();
});

test('What is being checked waits in a place of its own, without an action', async () => {
  const { path } = await buildHandedIn();
  openLink(path);

  await heading('Nothing to do for now');
  const card = await cardOf('Proof of income');
  expect(card.getByText('Being checked')).toBeInTheDocument();
  expect(titlesIn('Waiting')).toEqual(['Proof of income']);
  expect(card.queryByRole('button', { name: /Start|Continue|Fix/ })).not.toBeInTheDocument();
});

test('What the agent returns says why and can be fixed, without a reload', async () => {
  const { path, agent, sessionId, interactionId } = await buildHandedIn();
  openLink(path);
  await heading('Nothing to do for now');

  await agent.returnForCorrection(sessionId, interactionId, 'The second page is missing.');

  await heading('One thing to do');
  const card = await cardOf('Proof of income');
  expect(card.getByText('Needs correction')).toBeInTheDocument();
  expect(card.getByText('The second page is missing.')).toBeInTheDocument();
  expect(card.getByRole('button', { name: 'Fix: Proof of income' })).toBeInTheDocument();
});

test('What the agent withdraws stays in sight with the reason, and nothing can be done about it', async () => {
  const { agent, sessionId, interactions } = await renderRoom(mock, {
    interactions: [buildWorkflow('About your work'), buildPayment('Arrangement fee')],
  });
  await heading('2 things to do');
  const [questions] = interactions;
  if (!questions) throw new Error('Failed to start.');

  await agent.withdraw(sessionId, questions, 'Sent by mistake');

  await heading('One thing to do');
  const card = await cardOf('About your work');
  expect(card.getByText(/Sent by mistake/)).toBeInTheDocument();
  expect(card.queryByRole('button')).not.toBeInTheDocument();
  expect(titlesIn('Done and closed')).toEqual(['About your work']);
});

test('Something of a kind this page does not know is shown safely, with a way on', async () => {
  const session = await buildSession({ interactions: [buildPayment('Arrangement fee')] });
  mock.serve(withUnknownKind(session.backend));
  openLink(session.path);

  const card = await cardOf('Arrangement fee');
  expect(card.getByText(/needs a newer version of the page/)).toBeInTheDocument();
  expect(card.getByRole('button', { name: 'Reload the page' })).toBeInTheDocument();
});

/** A newer backend: what was a payment is something unheard of. */
const withUnknownKind =
  (backend: Backend): Backend =>
  async (request) => {
    const response = await backend(request);
    if (new URL(request.url).pathname !== '/api/entry') return response;
    const text = await response.text();
    return new Response(text.replaceAll('"kind":"payment"', '"kind":"hologram"'), response);
  };

test('Files come back byte for byte, under their own names', async () => {
  const { path, bytes, agent, sessionId, interactionId } = await buildHandedIn();
  await agent.accept(sessionId, interactionId);
  const saved: { name: string; blob: Blob }[] = [];
  const blobs: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) blobs.push(blob);
    return 'blob:test';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    const blob = blobs.at(-1);
    if (blob) saved.push({ name: this.download, blob });
  });
  const { user } = openLink(path);

  await user.click(await screen.findByRole('button', { name: 'Download payslip.pdf' }));

  await waitFor(() => {
    expect(saved).toHaveLength(1);
  });
  expect(saved[0]?.name).toBe('payslip.pdf');
  expect(new Uint8Array((await saved[0]?.blob.arrayBuffer()) ?? new ArrayBuffer())).toEqual(bytes);
});

test('Where a plain link reaches the backend the browser fetches the file by itself', async () => {
  const session = await buildHandedIn(createTestBackend({ servesLinks: true }));
  const followed: { href: string; name: string }[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    followed.push({ href: this.href, name: this.download });
  });
  const { user } = openLink(session.path);

  await user.click(await screen.findByRole('button', { name: 'Download payslip.pdf' }));

  expect(await screen.findByText('payslip.pdf is being downloaded.')).toBeInTheDocument();
  expect(followed.map(({ name }) => name)).toEqual(['payslip.pdf']);
  const answer = await session.backend(new Request(followed[0]?.href ?? ''));
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(session.bytes);
});

test('A file that does not arrive says so and can be asked for again', async () => {
  const { path, backend } = await buildHandedIn();
  const answers = { areFilesAway: true };
  mock.serve(async (request) =>
    answers.areFilesAway && request.url.includes('/api/files/')
      ? new Response(null, { status: 404 })
      : backend(request),
  );
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:test');
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
  const { user } = openLink(path);

  await user.click(await screen.findByRole('button', { name: 'Download payslip.pdf' }));
  expect((await screen.findAllByText(/payslip.pdf did not arrive/)).length).toBeGreaterThan(0);

  answers.areFilesAway = false;
  await user.click(screen.getByRole('button', { name: 'Download payslip.pdf' }));
  await waitFor(() => {
    expect(click).toHaveBeenCalledTimes(1);
  });
});

test('A file that arrives only in part is not given to the customer', async () => {
  const { path, backend } = await buildHandedIn();
  mock.serve(async (request) => {
    const response = await backend(request);
    if (!request.url.includes('/api/files/')) return response;
    const { 'content-length': _, ...headers } = Object.fromEntries(response.headers);
    return new Response((await response.arrayBuffer()).slice(0, 100), { headers });
  });
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
  const { user } = openLink(path);

  await user.click(await screen.findByRole('button', { name: 'Download payslip.pdf' }));

  const words = await screen.findAllByText(/payslip.pdf did not arrive/, {}, { timeout: 15_000 });
  expect(words.length).toBeGreaterThan(0);
  expect(click).not.toHaveBeenCalled();
});

test('After the end everything can be read and nothing can be done', async () => {
  const { agent, sessionId } = await renderRoom(mock, {
    settings: { endAccess: { level: 'limited' } },
    interactions: [buildWorkflow('About your work'), buildPayment('Arrangement fee')],
  });
  await heading('2 things to do');

  await agent.endSession(sessionId);

  await heading('This visit has ended');
  expect(titlesIn('Not completed')).toEqual(['About your work', 'Arrangement fee']);
  expect(screen.queryByRole('button', { name: /Start|Pay/ })).not.toBeInTheDocument();
});

test('Who is here is shown by name, and whether the agent is there follows live', async () => {
  const { agent } = await renderRoom(mock, {});
  const people = within(await screen.findByRole('region', { name: 'People' }));
  expect(people.getByText('Grace Customer')).toBeInTheDocument();
  expect(people.getByText('Available now')).toBeInTheDocument();

  await agent.setPresence(false);

  expect(await people.findByText('Away')).toBeInTheDocument();
});

test('What was done in another tab is done here', async () => {
  const { backend, url, interactions } = await renderRoom(mock, { interactions: [buildWorkflow('About your work')] });
  await heading('One thing to do');
  const [questions] = interactions;
  if (!questions) throw new Error('Failed to start.');

  await answer(createCustomerClient(backend, url), questions, { employer: 'Harbour' });

  await heading('All done');
  expect((await cardOf('About your work')).getByText(/Answered on/)).toBeInTheDocument();
});
