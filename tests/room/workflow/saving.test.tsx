import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it, vi } from 'vitest';

import { saveWorkflowDraft, submitAnswers } from '#contract/endpoints/workflow.ts';
import { createCustomerClient } from '#backend/scenarios/customer-client.ts';
import { openLink } from '#tests/support/render-room.tsx';
import {
  answerAboutYou,
  field,
  heading,
  openQuestions,
  press,
  readStored,
  useQuestionsServer,
} from '#tests/room/workflow/workflow-stories.ts';
import { formOf, textField } from '#tests/support/workflow-samples.ts';

const mock = useQuestionsServer();
const oneQuestion = { steps: [formOf('only', [textField('one')])] };
const question = () => field('Question one?');

/** On the page, not what is read out. */
const savedStatus = () => screen.findByText(/^Saved \d/, { selector: 'p' });
const deviceDrafts = () => Object.keys(localStorage).filter((key) => key.includes('questions:'));

/** Storage that takes nothing more. */
const fillDevice = () =>
  vi.stubGlobal('localStorage', {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
    removeItem: () => undefined,
    clear: () => undefined,
  });

const failSaving = () => mock.server.use(http.put('*/draft', () => HttpResponse.error()));

const checkAndSend = async (user: Awaited<ReturnType<typeof openOne>>['user']) => {
  await press(user, 'Continue');
  await heading('Check your answers');
  await press(user, 'Send my answers');
  await heading('All done');
};

async function openOne() {
  const room = await openQuestions(mock, oneQuestion);
  await heading('Form only');
  const customer = createCustomerClient(room.backend, room.url);
  /** Somebody with the same link types in another browser. */
  const typeElsewhere = (one: string, revision = 0) =>
    customer.ask(
      saveWorkflowDraft,
      { interactionId: room.id },
      { writer: 'another-browser', revision, takeOver: true, content: { answers: { one }, step: 'only' } },
    );
  return { ...room, typeElsewhere, stored: async () => (await readStored(room)).draft?.content.answers };
}

describe('What a customer types', () => {
  it('is saved a moment later, on the device and on the backend, and the page says when', async () => {
    const { user, stored } = await openOne();
    await user.type(question(), 'Forty');
    await savedStatus();
    expect(await stored()).toEqual({ one: 'Forty' });
    expect(deviceDrafts()).toHaveLength(1);
  });

  it('is there after a reload, on the same page, right or wrong', async () => {
    const { user, reload } = await openQuestions(mock);
    await answerAboutYou(user);
    await user.clear(field('Your email'));
    await user.type(field('Your email'), 'maya@');
    reload();
    await heading('Form you');
    expect(field('Your name')).toHaveValue('Maya');
    expect(field('Your email')).toHaveValue('maya@');
    expect(screen.getByRole('radio', { name: 'Option rent' })).toBeChecked();
    expect(screen.getByRole('radio', { name: 'Yes' })).toBeChecked();
  });

  it('is there on another device, at the page they were on', async () => {
    const { user, path, leave } = await openQuestions(mock);
    await answerAboutYou(user);
    await press(user, 'Continue');
    await heading('Form car');
    await savedStatus();
    leave();
    localStorage.clear();
    sessionStorage.clear();
    openLink(path);
    await heading('Form car');
  });

  it('stays on the device while the backend cannot be reached, and is sent when the network is back', async () => {
    const { user, stored, backend } = await openOne();
    failSaving();
    await user.type(question(), 'Forty');
    await screen.findByText(/Saved on this device/, { selector: 'p' });
    expect(await stored()).toBeUndefined();
    mock.serve(backend);
    dispatchEvent(new Event('online'));
    await savedStatus();
    expect(await stored()).toEqual({ one: 'Forty' });
  });

  it('comes back from the device when the backend never got it, and is sent then', async () => {
    const { user, stored, backend, reload } = await openOne();
    failSaving();
    await user.type(question(), 'Forty');
    await screen.findByText(/Saved on this device/, { selector: 'p' });
    mock.serve(backend);
    reload();
    await heading('Form only');
    expect(question()).toHaveValue('Forty');
    await savedStatus();
    expect(await stored()).toEqual({ one: 'Forty' });
  });

  it('is sent all the same when the device keeps nothing', async () => {
    const { user, stored } = await openOne();
    fillDevice();
    await user.type(question(), 'Forty');
    await savedStatus();
    expect(await stored()).toEqual({ one: 'Forty' });
    await checkAndSend(user);
  });

  it('is kept by nobody only when both fail, and then the page says so', async () => {
    const { user, backend } = await openOne();
    fillDevice();
    failSaving();
    await user.type(question(), 'Forty');
    await screen.findByText(/Not saved yet/, { selector: 'p' });
    mock.serve(backend);
    await checkAndSend(user);
  });

  it('is not disturbed by what is broken on the device', async () => {
    const { user, reload, stored } = await openOne();
    await user.type(question(), 'Forty');
    await savedStatus();
    for (const key of deviceDrafts()) localStorage.setItem(key, '{"content":');
    reload();
    await heading('Form only');
    expect(question()).toHaveValue('Forty');
    expect(await stored()).toEqual({ one: 'Forty' });
  });
});

describe('A customer whose questions are being answered somewhere else, too', () => {
  it('is asked, and may go on with what is here', async () => {
    const { user, typeElsewhere, stored } = await openOne();
    await typeElsewhere('Elsewhere');
    await user.type(question(), 'Here');
    await screen.findByRole('region', { name: 'Filled in somewhere else' });
    expect(await stored()).toEqual({ one: 'Elsewhere' });
    await press(user, 'Use what is here');
    await waitFor(async () => expect(await stored()).toEqual({ one: 'Here' }));
    expect(screen.queryByRole('region', { name: 'Filled in somewhere else' })).not.toBeInTheDocument();
    await user.type(question(), '!');
    await waitFor(async () => expect(await stored()).toEqual({ one: 'Here!' }));
  });

  it('may load the other version', async () => {
    const { user, typeElsewhere, stored } = await openOne();
    await typeElsewhere('Elsewhere');
    await user.type(question(), 'Here');
    await screen.findByRole('region', { name: 'Filled in somewhere else' });
    await press(user, 'Load the other version');
    expect(question()).toHaveValue('Elsewhere');
    expect(await heading('Form only')).toHaveFocus();
    await user.type(question(), '!');
    await waitFor(async () => expect(await stored()).toEqual({ one: 'Elsewhere!' }));
  });

  it('is not asked about answers that are the same', async () => {
    const { user, typeElsewhere, stored, sessionId, id, deps } = await openOne();
    await typeElsewhere('Forty');
    await user.type(question(), 'Forty');
    await waitFor(async () => expect((await readStored({ sessionId, id, deps })).draft?.revision).toBe(2));
    expect(await stored()).toEqual({ one: 'Forty' });
    expect(screen.queryByRole('region', { name: 'Filled in somewhere else' })).not.toBeInTheDocument();
  });

  it('gets the newer answers from elsewhere after everything typed here was sent', async () => {
    const { user, typeElsewhere, reload } = await openOne();
    await user.type(question(), 'Here');
    await savedStatus();
    await typeElsewhere('Elsewhere', 1);
    reload();
    await heading('Form only');
    expect(question()).toHaveValue('Elsewhere');
  });
});

describe('A customer who sends the answers', () => {
  const answerAndCheck = async () => {
    const room = await openOne();
    await room.user.type(question(), 'Forty');
    await press(room.user, 'Continue');
    await heading('Check your answers');
    return room;
  };

  it('keeps everything when they do not arrive, and sends them again', async () => {
    const { user, backend, ...session } = await answerAndCheck();
    const keys: (string | null)[] = [];
    mock.server.events.on('request:start', ({ request }) => {
      if (request.url.endsWith('/submit')) keys.push(request.headers.get('idempotency-key'));
    });
    mock.server.use(http.post('*/submit', () => HttpResponse.error()));
    await press(user, 'Send my answers');
    expect(await screen.findByText('Your answers were not sent')).toBeInTheDocument();
    expect(screen.getByText('Forty')).toBeInTheDocument();
    mock.serve(backend);
    await press(user, 'Send my answers');
    await heading('All done');
    expect((await readStored(session)).answers).toEqual({ one: 'Forty' });
    expect(keys).toEqual([keys[0], keys[0]]);
  });

  it('has sent them once when only the answer was lost', async () => {
    const { user, backend, deps, sessionId } = await answerAndCheck();
    mock.server.use(
      http.post('*/submit', async ({ request }) => {
        await backend(request);
        return HttpResponse.error();
      }),
    );
    await press(user, 'Send my answers');
    // The live feed tells the page that they arrived.
    await heading('All done');
    const log = await deps.store.readLog(sessionId, 0, 100);
    expect(log.filter(({ fact }) => fact.kind === 'interaction-completed')).toHaveLength(1);
  });

  it('leaves no draft behind, not even one that was about to be saved', async () => {
    const { user, deps, sessionId, id } = await openOne();
    await user.type(question(), 'Forty{Enter}');
    await heading('Check your answers');
    await press(user, 'Send my answers');
    await heading('All done');
    dispatchEvent(new Event('pagehide'));
    expect(deviceDrafts()).toEqual([]);
    expect((await readStored({ deps, sessionId, id })).draft?.writer).toBe('handed-in');
  });

  it('is shown what is true when they were sent in another tab meanwhile', async () => {
    const { user, backend, url, id } = await answerAndCheck();
    const other = createCustomerClient(backend, url);
    await other.ask(submitAnswers, { interactionId: id }, { revision: 1, answers: { one: 'Other tab' } });
    const send = screen.queryByRole('button', { name: 'Send my answers' });
    if (send) await user.click(send);
    await heading('All done');
  });
});
