import { screen, waitFor, within } from '@testing-library/react';
import { http } from 'msw';
import { describe, expect, it, vi } from 'vitest';

import { listMessages, sendMessage } from '#contract/endpoints/message.ts';
import type { SettingsLevel } from '#contract/settings.ts';
import { createTusCustomer, pdfBytes } from '#tests/backend/uploads/tus-customer.ts';
import { problem, pdfFile, photo } from '#tests/room/document-request/papers.tsx';
import { installIndexedDb } from '#tests/support/fake-indexeddb.ts';
import { useMockServer } from '#tests/support/mock-server.ts';
import { openConsole } from '#tests/support/render-console.tsx';
import { startTestSession } from '#tests/support/start-session.ts';

const mock = useMockServer();
const chooser = () => screen.findByLabelText('Attach a file', { selector: 'input' });
const send = () => screen.getByRole('button', { name: 'Send' });

async function openChat(settings: SettingsLevel = {}) {
  const session = await startTestSession({ settings });
  mock.serve(session.backend);
  const readFiles = async () => {
    const { messages } = listMessages.output.parse(await (await session.customer(listMessages)).json());
    return messages.map(({ text, attachments }) => [text, ...attachments.map(({ name }) => name)]);
  };
  return { ...session, readFiles, ...openConsole(`/sessions/${session.sessionId}`, { as: 'the agent' }) };
}

describe('An agent', () => {
  it('has what the customer attached to a message', async () => {
    const session = await startTestSession();
    const tus = createTusCustomer(session, session.token, 'none');
    const location = await tus.begin({ forMessage: true, length: 20, name: 'badge.pdf' });
    await tus.patch(location, 0, pdfBytes(20));
    await session.customer(sendMessage, { input: { text: '', attachments: [location.split('/').at(-1)] } });
    mock.serve(session.backend);
    openConsole(`/sessions/${session.sessionId}`, { as: 'the agent' });
    expect(await screen.findByRole('button', { name: 'Download badge.pdf (20 bytes)' })).toBeVisible();
  });

  it('attaches files to a message, and sends them with words or without', async () => {
    const { user, readFiles } = await openChat();
    await user.upload(await chooser(), [pdfFile('terms.pdf'), photo()]);
    await user.type(screen.getByRole('textbox', { name: 'Your message' }), 'Please read');
    await waitFor(() => expect(screen.queryByText(/^The message can be sent when/)).not.toBeInTheDocument());
    await user.click(send());
    expect(await screen.findByRole('button', { name: /^Download terms\.pdf/ })).toBeVisible();
    await user.upload(await chooser(), pdfFile('more.pdf'));
    await waitFor(() => expect(screen.queryByText(/^The message can be sent when/)).not.toBeInTheDocument());
    await user.click(send());
    await waitFor(async () =>
      expect(await readFiles()).toEqual([
        ['Please read', 'terms.pdf', 'photo.jpg'],
        ['', 'more.pdf'],
      ]),
    );
    expect(screen.queryByRole('list', { name: 'Attached files' })).not.toBeInTheDocument();
  });

  it('reads why one was not attached, tries again, and takes off what is not taken', async () => {
    const { user, backend, readFiles } = await openChat();
    mock.server.use(http.post('*/attachments', () => problem('service-unavailable')));
    const page = new File(['<html>'], 'page.pdf', { type: 'application/pdf' });
    await user.upload(await chooser(), [pdfFile('terms.pdf'), page]);
    const files = within(await screen.findByRole('list', { name: 'Attached files' }));
    expect(await files.findByText(/does not answer right now/)).toBeVisible();
    expect(await files.findByText(/^Not attached\. Only PDF files and pictures/)).toBeVisible();
    mock.serve(backend);
    await user.click(files.getByRole('button', { name: 'Try again with terms.pdf' }));
    await user.click(files.getByRole('button', { name: 'Remove page.pdf' }));
    await waitFor(() => expect(screen.queryByText(/^The message can be sent when/)).not.toBeInTheDocument());
    await user.click(send());
    await waitFor(async () => expect(await readFiles()).toEqual([['', 'terms.pdf']]));
  });

  it('finds the words and the files that were not sent after a reload, and sends them', async () => {
    installIndexedDb();
    const { user, sessionId, readFiles } = await openChat();
    await user.type(await screen.findByRole('textbox', { name: 'Your message' }), 'Please read');
    await user.upload(await chooser(), pdfFile('terms.pdf'));
    await waitFor(() => expect(screen.queryByText(/^The message can be sent when/)).not.toBeInTheDocument());

    const again = openConsole(`/sessions/${sessionId}`);
    expect(await screen.findByRole('textbox', { name: 'Your message' })).toHaveValue('Please read');
    expect(screen.getByRole('button', { name: 'Remove terms.pdf' })).toBeVisible();
    await waitFor(() => expect(screen.queryByText(/^The message can be sent when/)).not.toBeInTheDocument());
    await again.user.click(send());
    await waitFor(async () => expect(await readFiles()).toEqual([['Please read', 'terms.pdf']]));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Remove terms.pdf' })).not.toBeInTheDocument());

    openConsole(`/sessions/${sessionId}`);
    expect(await screen.findByRole('textbox', { name: 'Your message' })).toHaveValue('');
    expect(screen.queryByRole('list', { name: 'Attached files' })).not.toBeInTheDocument();
  });

  it('is asked for a file again that the device could not keep', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const { user, sessionId } = await openChat();
    await user.upload(await chooser(), pdfFile('terms.pdf'));
    await waitFor(() => expect(screen.queryByText(/^The message can be sent when/)).not.toBeInTheDocument());
    openConsole(`/sessions/${sessionId}`);
    const files = within(await screen.findByRole('list', { name: 'Attached files' }));
    expect(await files.findByText(/^Not attached\. This file could not be read/)).toBeVisible();
  });

  it('attaches nothing where attachments are off', async () => {
    await openChat({ attachments: false });
    expect(await screen.findByRole('textbox', { name: 'Your message' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Attach a file' })).not.toBeInTheDocument();
  });
});
