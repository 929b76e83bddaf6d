import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { limits } from '#contract/limits.ts';
import { useMockServer } from '#tests/support/mock-server.ts';
import { openLink, renderRoom } from '#tests/support/render-room.tsx';
import { MiB, pdfFile, photo, problem } from '#tests/room/document-request/papers.tsx';

const mock = useMockServer();

afterEach(() => {
  vi.restoreAllMocks();
});

const chooser = () => screen.findByLabelText('Attach a file', { selector: 'input' });
const field = () => screen.findByRole('textbox', { name: 'Your message' });
const send = () => screen.getByRole('button', { name: 'Send' });
const tray = async () => within(await screen.findByRole('list', { name: 'Attached files' }));
const ready = async (name: string) => {
  await (await tray()).findByText(name);
  await waitFor(() => expect(screen.queryByText(/^You can send when/)).not.toBeInTheDocument());
  expect((await tray()).getByText(name)).toBeVisible();
};
const sentFiles = async (label = 'Files that you sent') => within(await screen.findByRole('list', { name: label }));

type World = Awaited<ReturnType<typeof renderRoom>>;
const readMessages = async ({ deps, sessionId }: World) =>
  (await deps.store.readLog(sessionId, 0, 100)).flatMap(({ fact }) => (fact.kind === 'message-sent' ? fact : []));
const isGone = async ({ deps, sessionId }: World) => {
  const { attachments } = (await deps.store.loadSession(sessionId)) ?? {};
  expect(attachments).toEqual([]);
};

describe('A customer who attaches files to a message', () => {
  test('chooses some, says something, and has them in the list, to be downloaded', async () => {
    const world = await renderRoom(mock, {});
    await world.user.upload(await chooser(), [pdfFile(), photo()]);
    await ready('photo.jpg');
    await world.user.type(await field(), 'Both of them{Enter}');

    const files = await sentFiles();
    // Note: what is not of the page's language keeps its own direction, and turns nothing around it.
    for (const word of ['payslip.pdf', 'PDF', 'photo.jpg', 'JPEG'])
      expect(files.getByText(word, { selector: 'bdi' })).toBeVisible();
    expect(files.getByRole('button', { name: 'Download photo.jpg' })).toBeVisible();
    expect(screen.queryByRole('list', { name: 'Attached files' })).not.toBeInTheDocument();
    expect((await readMessages(world)).map(({ text, attachments }) => [text, attachments?.length])).toEqual([
      ['Both of them', 2],
    ]);
  });

  test('pastes one into the words, drops another beside them, and sends them without a word', async () => {
    const world = await renderRoom(mock, {});
    fireEvent.paste(await field(), { clipboardData: { files: [photo()], types: ['Files'] } });
    await ready('photo.jpg');
    fireEvent.drop(await field(), { dataTransfer: { files: [pdfFile()], types: ['Files'] } });
    await ready('payslip.pdf');
    await world.user.click(send());
    expect((await sentFiles()).getAllByRole('listitem')).toHaveLength(2);
    expect(await readMessages(world)).toMatchObject([{ text: '' }]);
  });

  test('pastes a table whose program put a picture beside the words: the words are pasted', async () => {
    await renderRoom(mock, {});
    fireEvent.paste(await field(), { clipboardData: { files: [photo()], types: ['text/plain', 'Files'] } });
    expect(screen.queryByRole('list', { name: 'Attached files' })).not.toBeInTheDocument();
  });

  test('cannot send while one is on its way, and takes it off', async () => {
    const world = await renderRoom(mock, {});
    mock.server.use(http.patch('*/api/uploads/:id', () => new Promise<never>(() => undefined)));
    await world.user.upload(await chooser(), pdfFile());
    expect(await (await tray()).findByRole('progressbar', { name: 'payslip.pdf' })).toBeInTheDocument();
    await world.user.type(await field(), 'Here it is{Enter}');
    expect(await field()).toHaveValue('Here it is');
    expect(send()).toHaveAttribute('aria-disabled', 'true');
    await world.user.click(screen.getByRole('button', { name: 'Remove payslip.pdf' }));
    await waitFor(() => isGone(world));
    await world.user.click(send());
    await waitFor(async () => expect(await readMessages(world)).toMatchObject([{ text: 'Here it is' }]));
  });

  test('removes one that is through, and the backend has it no more', async () => {
    const world = await renderRoom(mock, {});
    await world.user.upload(await chooser(), pdfFile());
    await ready('payslip.pdf');
    await world.user.click(screen.getByRole('button', { name: 'Remove payslip.pdf' }));
    await waitFor(() => isGone(world));
  });

  test('reads why one was not attached, keeps the words, and tries again', async () => {
    const world = await renderRoom(mock, {});
    mock.server.use(http.post('*/api/uploads', () => problem('session-full')));
    await world.user.type(await field(), 'My payslip');
    await world.user.upload(await chooser(), pdfFile());
    expect(await screen.findByText(/^Not attached\. This is more than can be sent in one visit/)).toBeVisible();
    expect(await field()).toHaveValue('My payslip');
    mock.serve(world.backend);
    await world.user.click(screen.getByRole('button', { name: 'Try again with payslip.pdf' }));
    await ready('payslip.pdf');
    await world.user.click(send());
    expect((await sentFiles()).getByText('payslip.pdf')).toBeVisible();
  });

  test('is told at once what cannot be attached', async () => {
    const world = await renderRoom(mock, {});
    const huge = pdfFile('scan.pdf', limits.attachmentBytes + 1);
    const page = new File(['<html>'], 'form.pdf', { type: 'application/pdf' });
    await world.user.upload(await chooser(), [huge, page]);
    expect(await screen.findByText(/^Not attached\. This file has 2\d MB; at most 2\d MB/)).toBeVisible();
    expect(screen.getByText(/^Not attached\. Only PDF files and pictures/)).toBeVisible();
    await world.user.upload(
      await chooser(),
      Array.from({ length: 4 }, (_, at) => pdfFile(`${at}.pdf`)),
    );
    expect(await screen.findByText('Not attached. At most 5 files go with one message.')).toBeVisible();
  });

  test('goes on by itself after the connection was gone', async () => {
    const world = await renderRoom(mock, {});
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    mock.server.use(http.patch('*/api/uploads/:id', () => HttpResponse.error()));
    await world.user.upload(await chooser(), pdfFile('large.pdf', 2 * MiB));
    expect(await screen.findByText('Paused: no connection. It goes on by itself.')).toBeVisible();
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
    mock.serve(world.backend);
    fireEvent(window, new Event('online'));
    await ready('large.pdf');
  });

  test('finds words and files again after a reload; one that was half way has to be attached again', async () => {
    const world = await renderRoom(mock, {});
    await world.user.upload(await chooser(), pdfFile());
    await ready('payslip.pdf');
    await world.user.type(await field(), 'Both');
    mock.server.use(http.patch('*/api/uploads/:id', () => new Promise<never>(() => undefined)));
    await world.user.upload(await chooser(), photo());
    await (await tray()).findByRole('progressbar', { name: 'photo.jpg' });
    mock.serve(world.backend);

    const { user } = world.reload();
    expect(await field()).toHaveValue('Both');
    expect(await screen.findByText(/the page was reloaded before this file was through/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Remove photo.jpg' }));
    await user.click(send());
    expect((await sentFiles()).getByText('payslip.pdf')).toBeVisible();
  });

  test('sends what was not sent again, with its files, once', async () => {
    const world = await renderRoom(mock, {});
    mock.server.use(http.post('*/api/messages', () => problem('not-allowed')));
    await world.user.upload(await chooser(), pdfFile());
    await ready('payslip.pdf');
    await world.user.type(await field(), 'Here{Enter}');
    expect(await screen.findByRole('button', { name: 'Send again' })).toBeVisible();
    expect(screen.getByText('payslip.pdf')).toBeVisible();
    mock.serve(world.backend);
    await world.user.click(screen.getByRole('button', { name: 'Send again' }));
    expect((await sentFiles()).getByText('payslip.pdf')).toBeVisible();
    expect(await readMessages(world)).toHaveLength(1);
  });

  test('removes what was not sent, and its files with it', async () => {
    const world = await renderRoom(mock, {});
    mock.server.use(http.post('*/api/messages', () => problem('not-allowed')));
    await world.user.upload(await chooser(), pdfFile());
    await ready('payslip.pdf');
    await world.user.click(send());
    expect(await screen.findByRole('button', { name: 'Send again' })).toBeVisible();
    await world.user.click(screen.getByRole('button', { name: 'Remove' }));
    await waitFor(() => isGone(world));
  });
});

test('What the agent attaches is there to be downloaded', async () => {
  const { agent, sessionId } = await renderRoom(mock, {});
  const { uploadId } = await agent.addAttachment(sessionId, 'terms.pdf', new Uint8Array(await pdfFile().arrayBuffer()));
  await agent.sendMessage(sessionId, 'Please read', [uploadId]);
  const files = await sentFiles('Files that Ada Agent sent');
  expect(files.getByRole('button', { name: 'Download terms.pdf' })).toBeVisible();
});

describe('Nothing can be attached', () => {
  test('where attachments are off: there is no paper clip, and a pasted or dropped file stays out', async () => {
    await renderRoom(mock, { settings: { attachments: false } });
    fireEvent.paste(await field(), { clipboardData: { files: [photo()], types: ['Files'] } });
    fireEvent.drop(await field(), { dataTransfer: { files: [pdfFile()], types: ['Files'] } });
    expect(screen.queryByRole('button', { name: 'Attach a file' })).not.toBeInTheDocument();
    expect(screen.queryByRole('list', { name: 'Attached files' })).not.toBeInTheDocument();
  });

  test('after the end; what was sent can still be downloaded', async () => {
    const world = await renderRoom(mock, {});
    await world.user.upload(await chooser(), pdfFile());
    await ready('payslip.pdf');
    await world.user.click(send());
    await sentFiles();
    await world.agent.endSession(world.sessionId);
    world.leave();
    openLink(world.path);
    expect((await sentFiles()).getByRole('button', { name: 'Download payslip.pdf' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Attach a file' })).not.toBeInTheDocument();
  });
});
