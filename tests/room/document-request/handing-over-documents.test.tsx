import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';

import { addInteractionInputSchema } from '#contract/agent.ts';
import {
  pdfFile,
  photo,
  buildTwoItems,
  open,
  chooser,
  added,
  sendButton,
  heading,
  readRequest,
  problem,
  item,
} from '#tests/room/document-request/papers.tsx';
import { useMockServer } from '#tests/support/mock-server.ts';
import { openLink } from '#tests/support/render-room.tsx';

const mock = useMockServer();

describe('A customer hands over documents', () => {
  test('adds a file, looks at it, sends it and is done', async () => {
    const world = await open(mock);
    const { user } = world;
    await user.upload(await chooser(), pdfFile());
    await user.click(await added('payslip.pdf'));
    await user.click(
      within(screen.getByRole('dialog', { name: 'payslip.pdf' })).getByRole('button', { name: 'Close' }),
    );
    await user.click(screen.getByRole('button', { name: 'Send 1 document' }));
    await waitFor(() => expect(heading()).not.toBeInTheDocument());
    expect(await readRequest(world)).toMatchObject({
      status: 'under-review',
      files: [{ name: 'payslip.pdf', type: 'application/pdf' }],
    });
  });

  test('is told before choosing what is taken, how many and how large', async () => {
    await open(mock);
    expect(await screen.findByText('PDF, JPEG, or PNG · up to 3 files, at most 5 MB each')).toBeVisible();
    expect(screen.getByText('Required')).toBeVisible();
    expect(await screen.findByLabelText('Take a photo for Latest payslip')).toHaveAttribute('capture', 'environment');
  });

  test('drops a file on an item', async () => {
    await open(mock);
    await chooser();
    const region = screen.getByRole('region', { name: 'Latest payslip' });
    fireEvent.drop(region, { dataTransfer: { types: ['Files'], files: [pdfFile('dropped.pdf')] } });
    expect(await added('dropped.pdf')).toBeVisible();
  });

  test('pastes a picture, which goes to what is still empty', async () => {
    const { user } = await open(mock, [buildTwoItems()]);
    await user.upload(await chooser('Passport'), pdfFile('passport.pdf'));
    await added('passport.pdf');
    fireEvent.paste(window, { clipboardData: { files: [photo('image.jpg')] } });
    expect(within(screen.getByRole('region', { name: 'Anything else' })).getByRole('list')).toBeVisible();
    expect(await added('image.jpg')).toBeVisible();
  });

  test('adds several photos that the camera calls the same, and can tell them apart', async () => {
    const { user } = await open(mock);
    await user.upload(await chooser(), [photo('image.jpg'), photo('image.jpg')]);
    expect(await added('image.jpg')).toBeVisible();
    expect(await added('image (2).jpg')).toBeVisible();
  });

  test('hears politely what happens', async () => {
    const { user } = await open(mock);
    await user.upload(await chooser(), pdfFile());
    await waitFor(() =>
      expect(
        screen
          .getAllByRole('status')
          .map((region) => region.textContent)
          .join(),
      ).toContain('payslip.pdf was added.'),
    );
  });
});

describe('Sending is explained, not forbidden', () => {
  test('with something missing the customer is led to it', async () => {
    const { user } = await open(mock, [buildTwoItems()]);
    await chooser('Passport');
    await user.click(sendButton());
    const link = await screen.findByRole('link', { name: 'Add “Passport”' });
    await user.click(link);
    expect(screen.getByRole('heading', { name: 'Passport' })).toHaveFocus();
    await user.upload(await chooser('Passport'), pdfFile());
    await added('payslip.pdf');
    expect(screen.queryByRole('link', { name: 'Add “Passport”' })).not.toBeInTheDocument();
  });

  test('with an answer that was lost, the customer is told the truth by what happens next', async () => {
    const world = await open(mock);
    await world.user.upload(await chooser(), pdfFile());
    await added('payslip.pdf');
    mock.server.use(
      http.post('*/api/document-requests/:id/submit', async ({ request }) => {
        await world.backend(request);
        return HttpResponse.error();
      }),
    );
    await world.user.click(sendButton());
    await waitFor(() => expect(heading()).not.toBeInTheDocument());
  });

  test('without a connection everything is kept, and trying again is the same intent', async () => {
    const world = await open(mock);
    await world.user.upload(await chooser(), pdfFile());
    await added('payslip.pdf');
    const keys: (string | null)[] = [];
    mock.server.use(
      http.post('*/api/document-requests/:id/submit', ({ request }) => {
        keys.push(request.headers.get('idempotency-key'));
        return keys.length === 1 ? HttpResponse.error() : world.backend(request);
      }),
    );
    await world.user.click(sendButton());
    expect(await screen.findByText('Not sent yet')).toBeVisible();
    expect(await added('payslip.pdf')).toBeVisible();
    await world.user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(heading()).not.toBeInTheDocument());
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  test('when another tab added a file the list is brought up to date first', async () => {
    const world = await open(mock);
    await world.user.upload(await chooser(), pdfFile());
    await added('payslip.pdf');
    mock.server.use(
      http.post('*/api/document-requests/:id/submit', () => problem('interaction-changed'), { once: true }),
    );
    await world.user.click(sendButton());
    expect(await screen.findByText(/changed in the meantime/)).toBeVisible();
    await world.user.click(sendButton());
    await waitFor(() => expect(heading()).not.toBeInTheDocument());
  });

  test('with nothing asked for necessarily the customer may go on without', async () => {
    const optional = addInteractionInputSchema.parse({
      kind: 'document-request',
      title: 'Your papers',
      items: [{ ...item, id: 'extra', title: 'Anything else', required: false }],
    });
    const { user } = await open(mock, [optional]);
    await user.click(await screen.findByRole('button', { name: 'Continue without documents' }));
    await waitFor(() => expect(heading()).not.toBeInTheDocument());
  });
});

describe('A file taken off again', () => {
  test('is gone after a question, and the customer goes on at its item', async () => {
    const world = await open(mock);
    await world.user.upload(await chooser(), pdfFile());
    await world.user.click(await screen.findByRole('button', { name: 'Remove payslip.pdf' }));
    await world.user.click(screen.getByRole('button', { name: 'Keep it' }));
    expect(await added('payslip.pdf')).toBeVisible();
    await world.user.click(screen.getByRole('button', { name: 'Remove payslip.pdf' }));
    await world.user.click(screen.getByRole('button', { name: 'Remove file' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Look at payslip.pdf' })).not.toBeInTheDocument());
    expect(screen.getByRole('heading', { name: 'Latest payslip' })).toHaveFocus();
    expect((await readRequest(world)).items[0]?.files).toEqual([]);
  });
});

describe('An item that came back', () => {
  test('says why, keeps what was sent, and is sent again', async () => {
    const world = await open(mock);
    await world.user.upload(await chooser(), pdfFile('blurred.pdf'));
    await added('blurred.pdf');
    await world.user.click(sendButton());
    await waitFor(() => expect(heading()).not.toBeInTheDocument());
    const { id } = await readRequest(world);
    await world.agent.returnForCorrection(world.sessionId, id, 'The page is blurred');
    world.leave();

    const { user } = openLink(world.path);
    const region = await screen.findByRole('region', { name: 'What needs to change for Latest payslip' });
    expect(region).toHaveTextContent('The page is blurred');
    expect(await added('blurred.pdf')).toBeVisible();
    await user.upload(await chooser(), pdfFile('sharp.pdf'));
    await added('sharp.pdf');
    await user.click(screen.getByRole('button', { name: 'Send 2 documents' }));
    await waitFor(() => expect(heading()).not.toBeInTheDocument());
    expect((await readRequest(world)).files.map(({ name }) => name)).toEqual(['blurred.pdf', 'sharp.pdf']);
  });
});
