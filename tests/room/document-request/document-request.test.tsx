import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, test, vi } from 'vitest';

import { addInteractionInputSchema } from '#contract/agent.ts';
import { problemContentType } from '#contract/problem.ts';
import { errorStatus, type ErrorCode } from '#contract/error-codes.ts';
import { useMockServer } from '#tests/support/mock-server.ts';
import { openLink, renderRoom } from '#tests/support/render-room.tsx';
import { buildDocumentRequest } from '#tests/support/sample-interactions.ts';

const mock = useMockServer();
const settings = { autoOpen: true };
const MiB = 1_048_576;

const pdfFile = (name = 'payslip.pdf', size = 2_000) =>
  new File([`%PDF-1.7\n${'x'.repeat(size)}`], name, { type: 'application/pdf', lastModified: 1 });
const photo = (name = 'photo.jpg') =>
  new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2])], name, { type: 'image/jpeg' });

const item = { instructions: '', accept: ['application/pdf'], maxFiles: 1, maxBytes: 3_000 };
const buildTwoItems = () =>
  addInteractionInputSchema.parse({
    kind: 'document-request',
    title: 'Your papers',
    items: [
      { ...item, id: 'passport', title: 'Passport', required: true },
      { ...item, id: 'extra', title: 'Anything else', required: false, accept: ['image/jpeg', 'image/png'] },
    ],
  });

const open = (interactions = [buildDocumentRequest()]) => renderRoom(mock, { settings, interactions });
const chooser = (title = 'Latest payslip') => screen.findByLabelText(`Choose a file for ${title}`);
const added = (name: string) => screen.findByRole('button', { name: `Look at ${name}` });
const sendButton = () => screen.getByRole('button', { name: /^Send/ });
const heading = () => screen.queryByRole('heading', { level: 1, name: /Proof of income|Your papers/ });

type World = Awaited<ReturnType<typeof open>>;
const readRequest = async ({ deps, sessionId }: World) => {
  const [stored] = (await deps.store.loadSession(sessionId))?.interactions ?? [];
  if (stored?.kind !== 'document-request') throw new Error('No document request there.');
  return stored;
};

const problem = (code: ErrorCode) =>
  HttpResponse.json(
    { type: 'about:blank', title: code, status: errorStatus[code], code, requestId: 'r' },
    { status: errorStatus[code], headers: { 'content-type': problemContentType } },
  );

describe('A customer hands over documents', () => {
  test('adds a file, looks at it, sends it and is done', async () => {
    const world = await open();
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
    await open();
    expect(await screen.findByText('PDF, JPEG, or PNG · up to 3 files, at most 5 MB each')).toBeVisible();
    expect(screen.getByText('Required')).toBeVisible();
    expect(await screen.findByLabelText('Take a photo for Latest payslip')).toHaveAttribute('capture', 'environment');
  });

  test('drops a file on an item', async () => {
    await open();
    await chooser();
    const region = screen.getByRole('region', { name: 'Latest payslip' });
    fireEvent.drop(region, { dataTransfer: { types: ['Files'], files: [pdfFile('dropped.pdf')] } });
    expect(await added('dropped.pdf')).toBeVisible();
  });

  test('pastes a picture, which goes to what is still empty', async () => {
    const { user } = await open([buildTwoItems()]);
    await user.upload(await chooser('Passport'), pdfFile('passport.pdf'));
    await added('passport.pdf');
    fireEvent.paste(window, { clipboardData: { files: [photo('image.png')] } });
    expect(within(screen.getByRole('region', { name: 'Anything else' })).getByRole('list')).toBeVisible();
    expect(await added('image.png')).toBeVisible();
  });

  test('adds several photos that the camera calls the same, and can tell them apart', async () => {
    const { user } = await open();
    await user.upload(await chooser(), [photo('image.jpg'), photo('image.jpg')]);
    expect(await added('image.jpg')).toBeVisible();
    expect(await added('image (2).jpg')).toBeVisible();
  });

  test('hears politely what happens', async () => {
    const { user } = await open();
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

describe('A file that cannot be taken', () => {
  const cases = [
    [
      'a text that calls itself a PDF',
      new File(['Dear bank'], 'statement.pdf'),
      /This is a text file, whatever its name says\. Save it as PDF/,
    ],
    [
      'a Word file',
      new File(['PK\x03\x04', '0'.repeat(26), 'word/document.xml'], 'letter.docx'),
      /This is a Word file\. Save it as PDF/,
    ],
    ['an empty file', new File([], 'empty.pdf'), /This file is empty/],
    ['a file that is too large', pdfFile('large.pdf', 4_000), /This file has 4 kB; at most 3 kB can be taken/],
    ['a photo where a PDF is asked for', photo('me.jpg'), /This is a picture\. Please add PDF here/],
  ] as const;

  test.for(cases)('is named with what to do: %s', async ([, file, words]) => {
    const world = await open([buildTwoItems()]);
    fireEvent.change(await chooser('Passport'), { target: { files: [file] } });
    expect(await screen.findByText(words)).toBeVisible();
    expect(await readRequest(world)).toMatchObject({ status: 'new', uploads: [] });
    await world.user.click(screen.getByRole('button', { name: `Take ${file.name} off the list` }));
    expect(screen.queryByText(words)).not.toBeInTheDocument();
  });

  test('because there are enough already does not push out what is there', async () => {
    await open([buildTwoItems()]);
    fireEvent.change(await chooser('Passport'), { target: { files: [pdfFile('one.pdf'), pdfFile('two.pdf')] } });
    expect(await added('one.pdf')).toBeVisible();
    expect(await screen.findByText(/There is room for one file only/)).toBeVisible();
    expect(screen.queryByLabelText('Choose a file for Passport')).not.toBeInTheDocument();
  });

  test('by the backend’s own look at it stays refused', async () => {
    const { user } = await open();
    mock.server.use(http.patch('*/api/uploads/*', () => problem('file-type-not-accepted')));
    await user.upload(await chooser(), pdfFile());
    expect(await screen.findByText('payslip.pdf was not added')).toBeVisible();
  });
});

describe('Sending is explained, not forbidden', () => {
  test('with something missing the customer is led to it', async () => {
    const { user } = await open([buildTwoItems()]);
    await chooser('Passport');
    await user.click(sendButton());
    const link = await screen.findByRole('link', { name: 'Add “Passport”' });
    await user.click(link);
    expect(screen.getByRole('heading', { name: 'Passport' })).toHaveFocus();
    await user.upload(await chooser('Passport'), pdfFile());
    await added('payslip.pdf');
    expect(screen.queryByRole('link', { name: 'Add “Passport”' })).not.toBeInTheDocument();
  });

  test('with an answer that was lost, trying again sends it once', async () => {
    const world = await open();
    await world.user.upload(await chooser(), pdfFile());
    await added('payslip.pdf');
    mock.server.use(
      http.post(
        '*/api/document-requests/:id/submit',
        async ({ request }) => {
          await world.backend(request);
          return HttpResponse.error();
        },
        { once: true },
      ),
    );
    await world.user.click(sendButton());
    await world.user.click(await screen.findByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(heading()).not.toBeInTheDocument());
    const log = await world.deps.store.readLog(world.sessionId, 0, 100);
    expect(log.filter(({ fact }) => fact.kind === 'interaction-completed')).toHaveLength(1);
  });

  test('when another tab added a file the list is brought up to date first', async () => {
    const world = await open();
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
    const { user } = await open([optional]);
    await user.click(await screen.findByRole('button', { name: 'Continue without documents' }));
    await waitFor(() => expect(heading()).not.toBeInTheDocument());
  });
});

describe('A file taken off again', () => {
  test('is gone after a question, and the customer goes on at its item', async () => {
    const world = await open();
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

describe('An upload that is cut off', () => {
  const large = () => pdfFile('large.pdf', MiB + 1_000);
  /** The first part gets through, the second does not. */
  const cutAfterFirstPart = (world: World, cut: () => Response) => {
    const offsets: string[] = [];
    mock.server.use(
      http.patch('*/api/uploads/*', ({ request }) => {
        offsets.push(request.headers.get('upload-offset') ?? '');
        return request.headers.get('upload-offset') === '0' ? world.backend(request) : cut();
      }),
    );
    return offsets;
  };

  test('goes on by itself after a moment', async () => {
    const world = await open();
    let failures = 1;
    mock.server.use(
      http.patch('*/api/uploads/*', ({ request }) => {
        failures -= 1;
        return failures < 0 ? world.backend(request) : HttpResponse.error();
      }),
    );
    await world.user.upload(await chooser(), pdfFile());
    expect(await added('payslip.pdf')).toBeVisible();
  });

  test('waits while there is no network, and goes on when it is back', async () => {
    const world = await open();
    const offsets = cutAfterFirstPart(world, () => {
      vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
      return HttpResponse.error();
    });
    await world.user.upload(await chooser(), large());
    expect(await screen.findByText(/^Paused at 1 MB of 1.1 MB|^Paused at 1 MB of 1 MB/)).toBeVisible();
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
    mock.serve(world.backend);
    fireEvent(window, new Event('online'));
    expect(await added('large.pdf')).toBeVisible();
    expect(offsets).toEqual(['0', String(MiB)]);
  });

  test('can be tried again, file by file', async () => {
    const world = await open();
    cutAfterFirstPart(world, () => problem('not-allowed'));
    await world.user.upload(await chooser(), large());
    const retry = await screen.findByRole('button', { name: 'Try again with large.pdf' });
    mock.serve(world.backend);
    await world.user.click(retry);
    expect(await added('large.pdf')).toBeVisible();
  });

  test('can be given up, and leaves nothing behind', async () => {
    const world = await open();
    cutAfterFirstPart(world, () => problem('not-allowed'));
    await world.user.upload(await chooser(), large());
    await screen.findByRole('button', { name: 'Try again with large.pdf' });
    await world.user.click(screen.getByRole('button', { name: 'Stop adding large.pdf' }));
    await waitFor(async () => expect((await readRequest(world)).uploads).toEqual([]));
    expect(await world.deps.blobs.list('upload/')).toEqual([]);
  });

  test('is asked for after a reload, and goes on with the same file where it stopped', async () => {
    const world = await open();
    cutAfterFirstPart(world, () => problem('not-allowed'));
    await world.user.upload(await chooser(), large());
    await screen.findByRole('button', { name: 'Try again with large.pdf' });
    world.leave();

    const offsets: string[] = [];
    mock.server.use(
      http.patch('*/api/uploads/*', ({ request }) => {
        offsets.push(request.headers.get('upload-offset') ?? '');
        return world.backend(request);
      }),
    );
    const { user } = openLink(world.path);
    expect(await screen.findByText(/^Not finished: choose this file again and it goes on at 1 MB/)).toBeVisible();
    await user.click(sendButton());
    expect(await screen.findByRole('link', { name: /“large.pdf” is not finished/ })).toBeVisible();
    const [input] = await screen.findAllByLabelText('Choose a file for Latest payslip');
    if (input) await user.upload(input, large());
    expect(await added('large.pdf')).toBeVisible();
    expect(offsets).toEqual([String(MiB)]);
    const [file] = (await readRequest(world)).items[0]?.files ?? [];
    expect(await world.deps.blobs.get(`file/${file?.id}`)).toEqual(new Uint8Array(await large().arrayBuffer()));
  });

  test('is never continued with another file of the same name', async () => {
    const world = await open();
    cutAfterFirstPart(world, () => problem('not-allowed'));
    await world.user.upload(await chooser(), large());
    await screen.findByRole('button', { name: 'Try again with large.pdf' });
    world.leave();

    mock.serve(world.backend);
    const { user } = openLink(world.path);
    await screen.findByText(/^Not finished/);
    const other = new File([await large().arrayBuffer()], 'large.pdf', { lastModified: 2 });
    const [input] = await screen.findAllByLabelText('Choose a file for Latest payslip');
    if (input) await user.upload(input, other);
    expect(await added('large (2).pdf')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Remove large.pdf' }));
    await waitFor(() => expect(screen.queryByText(/^Not finished/)).not.toBeInTheDocument());
    expect((await readRequest(world)).uploads.filter(({ file }) => file === null)).toEqual([]);
  });
});

describe('An item that came back', () => {
  test('says why, keeps what was sent, and is sent again', async () => {
    const world = await open();
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
