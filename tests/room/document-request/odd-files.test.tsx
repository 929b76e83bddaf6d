// Note: there are no workers in this page, so pdf.js runs its worker's code beside the test.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';

import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import {
  added,
  chooser,
  heading,
  open,
  pdfFile,
  readRequest,
  sendButton,
} from '#tests/room/document-request/papers.tsx';
import { buildLockedPdf, buildOddPdf, cutInHalf } from '#tests/support/build-odd-pdf.ts';
import { buildPng } from '#tests/support/build-picture.ts';
import { useMockServer } from '#tests/support/mock-server.ts';

const mock = useMockServer();

type Bytes = Uint8Array<ArrayBuffer>;
const pdf = (bytes: Bytes, name: string) => new File([bytes], name, { type: 'application/pdf' });
const choose = async (...files: File[]) => fireEvent.change(await chooser(), { target: { files } });
const picturesOf = async (name: string) => (await added(name)).querySelectorAll('img').length;

describe('A PDF that may not open for whoever gets it', () => {
  test.for([
    [
      'locked with a password',
      'locked.pdf',
      () => buildLockedPdf('secret'),
      /locked with a password.*add a copy without/,
    ],
    ['cut off', 'half.pdf', () => cutInHalf(buildOddPdf()), /seems to be damaged.*save it again/],
  ] as const)(
    'because it is %s is taken, and the customer is told what would be better',
    async ([, name, build, words]) => {
      const world = await open(mock);
      await choose(pdf(await build(), name));
      await added(name);
      const row = screen.getByRole('listitem');
      expect(within(row).getByText(words)).toBeVisible();
      expect(await readRequest(world)).toMatchObject({ items: [{ files: [{ name }] }] });
    },
  );

  test('says so when it is looked at', async () => {
    const { user } = await open(mock);
    await choose(pdf(await buildLockedPdf('secret'), 'locked.pdf'));
    await user.click(await added('locked.pdf'));
    expect(await within(screen.getByRole('dialog')).findByText(/locked with a password/)).toBeVisible();
    expect(within(screen.getByRole('dialog')).getByRole('link', { name: 'Open in a new tab' })).toBeVisible();
  });

  test('is no reason to worry about one that is only locked against changes, or has an odd table', async () => {
    await open(mock);
    await choose(pdf(await buildLockedPdf(''), 'owner.pdf'), pdf(buildOddPdf().slice(0, -6), 'cut.pdf'));
    await added('owner.pdf');
    await added('cut.pdf');
    expect(screen.queryByText(/may not open/)).not.toBeInTheDocument();
  });
});

describe('A picture too large for the device', () => {
  test('is taken and shown as a sign, never unpacked', async () => {
    const { user } = await open(mock);
    await choose(
      new File([buildPng(10_000, 10_000)], 'wall.png', { type: 'image/png' }),
      new File([buildPng(40, 30)], 'small.png', { type: 'image/png' }),
    );
    await added('small.png');
    await expect.poll(() => picturesOf('small.png')).toBe(1);
    expect(await picturesOf('wall.png')).toBe(0);
    await user.click(await added('wall.png'));
    expect(await screen.findByText(/100 megapixels: too many to show here/)).toBeVisible();
    expect(within(screen.getByRole('dialog')).queryByRole('img')).not.toBeInTheDocument();
  });
});

test('Among odd files the good ones stay and can be sent', async () => {
  const { user } = await open(mock);
  await choose(new File(['Dear bank'], 'letter.pdf'), pdfFile('good.pdf'), pdf(cutInHalf(buildOddPdf()), 'half.pdf'));
  expect(await screen.findByText('letter.pdf was not added')).toBeVisible();
  await added('good.pdf');
  await added('half.pdf');
  await user.click(sendButton());
  await expect.poll(heading).toBeNull();
});

test('A file is named as it will be kept', async () => {
  const world = await open(mock);
  await choose(pdf(buildOddPdf(), '\u202efdp.exe'));
  expect(await added('fdp.exe.pdf')).toBeVisible();
  expect(await readRequest(world)).toMatchObject({ items: [{ files: [{ name: 'fdp.exe.pdf' }] }] });
});
