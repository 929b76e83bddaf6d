import { fireEvent, screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, test, vi } from 'vitest';

import {
  MiB,
  pdfFile,
  open,
  chooser,
  added,
  sendButton,
  readRequest,
  problem,
  type World,
} from '#tests/room/document-request/papers.tsx';
import { fakePictures } from '#tests/support/fake-pictures.ts';
import { useMockServer } from '#tests/support/mock-server.ts';
import { openLink } from '#tests/support/render-room.tsx';

const mock = useMockServer();

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
    const world = await open(mock);
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

  test('that is one of too many waits as long as it is told, and goes on by itself', async () => {
    const world = await open(mock);
    let begun = 0;
    mock.server.use(
      http.post('*/api/uploads', ({ request }) => {
        begun += 1;
        return begun === 1 ? problem('too-many-requests', { retryAfter: 1 }) : world.backend(request);
      }),
    );
    await world.user.upload(await chooser(), pdfFile());
    expect(await screen.findByText(/too many attempts in a short time/)).toBeVisible();
    expect(await added('payslip.pdf')).toBeVisible();
    expect(begun).toBe(2);
  });

  test('that is more than a visit may bring says so', async () => {
    const world = await open(mock);
    mock.server.use(http.post('*/api/uploads', () => problem('session-full')));
    await world.user.upload(await chooser(), pdfFile());
    expect(await screen.findByText(/more than can be sent in one visit/)).toBeVisible();
  });

  test('waits while there is no network, and goes on when it is back', async () => {
    const world = await open(mock);
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
    const world = await open(mock);
    cutAfterFirstPart(world, () => problem('not-allowed'));
    await world.user.upload(await chooser(), large());
    const retry = await screen.findByRole('button', { name: 'Try again with large.pdf' });
    mock.serve(world.backend);
    await world.user.click(retry);
    expect(await added('large.pdf')).toBeVisible();
  });

  test('can be given up, and leaves nothing behind', async () => {
    const world = await open(mock);
    cutAfterFirstPart(world, () => problem('not-allowed'));
    await world.user.upload(await chooser(), large());
    await screen.findByRole('button', { name: 'Try again with large.pdf' });
    await world.user.click(screen.getByRole('button', { name: 'Stop adding large.pdf' }));
    await waitFor(async () => expect((await readRequest(world)).uploads).toEqual([]));
    expect(await world.deps.blobs.list('upload/')).toEqual([]);
  });

  test('is asked for after a reload, and goes on with the same file where it stopped', async () => {
    const world = await open(mock);
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

  test('and was a photo is asked for after a reload, and begins anew with what it is made into then', async () => {
    fakePictures(4_000, 3_000, MiB + 1_000);
    const photo = () =>
      new File([Uint8Array.of(0xff, 0xd8, 0xff), new Uint8Array(2 * MiB)], 'photo.jpg', { lastModified: 1 });
    const world = await open(mock);
    cutAfterFirstPart(world, () => problem('not-allowed'));
    await world.user.upload(await chooser(), photo());
    await screen.findByRole('button', { name: 'Try again with photo.jpg' });
    world.leave();

    mock.serve(world.backend);
    fakePictures(4_000, 3_000, MiB + 2_000);
    const { user } = openLink(world.path);
    await screen.findByText(/^Not finished/);
    const [input] = await screen.findAllByLabelText('Choose a file for Latest payslip');
    if (input) await user.upload(input, photo());
    expect(await added('photo.jpg')).toBeVisible();
    const { items, uploads } = await readRequest(world);
    expect(items[0]?.files).toMatchObject([{ name: 'photo.jpg', size: MiB + 2_000 }]);
    expect(uploads).toMatchObject([{ length: MiB + 2_000 }]);
  });

  test('is never continued with another file of the same name', async () => {
    const world = await open(mock);
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
