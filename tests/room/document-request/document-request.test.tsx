import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { useMockServer } from '#tests/support/mock-server.ts';
import { renderRoom } from '#tests/support/render-room.tsx';
import { buildDocumentRequest } from '#tests/support/sample-interactions.ts';

const mock = useMockServer();
const autoOpen = { autoOpen: true };
const pdfFile = (name = 'payslip.pdf', size = 2_000) =>
  new File([`%PDF-1.7\n${'x'.repeat(size)}`], name, { type: 'application/pdf', lastModified: 1 });
const chooser = (item = 'Latest payslip') => screen.findByLabelText(`Choose a file for ${item}`);
const send = (name: RegExp = /^Send/) => screen.findByRole('button', { name });

describe('A customer hands over documents', () => {
  test('adds a file, looks at it, sends it and is done', async () => {
    const { user, deps, sessionId } = await renderRoom(mock, { settings: autoOpen, interactions: [buildDocumentRequest()] });
    await screen.findByRole('heading', { level: 1, name: 'Proof of income' });
    await user.upload(await chooser(), pdfFile());
    await user.click(await screen.findByRole('button', { name: 'Look at payslip.pdf' }));
    await user.click(within(screen.getByRole('dialog', { name: 'payslip.pdf' })).getByRole('button', { name: 'Close' }));
    await user.click(await send(/^Send 1 document$/));
    await waitFor(async () => {
      const [stored] = (await deps.store.loadSession(sessionId))?.interactions ?? [];
      expect(stored).toMatchObject({ status: 'under-review', files: [{ name: 'payslip.pdf', type: 'application/pdf' }] });
    });
    await waitFor(() => {
      expect(screen.queryByRole('heading', { name: 'Proof of income', level: 1 })).not.toBeInTheDocument();
    });
  });
});
