import { fireEvent, screen } from '@testing-library/react';
import { http } from 'msw';
import { describe, expect, test } from 'vitest';

import {
  pdfFile,
  photo,
  buildTwoItems,
  open,
  chooser,
  added,
  readRequest,
  problem,
} from '#tests/room/document-request/papers.tsx';
import { useMockServer } from '#tests/support/mock-server.ts';

const mock = useMockServer();

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
    const world = await open(mock, [buildTwoItems()]);
    fireEvent.change(await chooser('Passport'), { target: { files: [file] } });
    expect(await screen.findByText(words)).toBeVisible();
    expect(await readRequest(world)).toMatchObject({ status: 'new', uploads: [] });
    await world.user.click(screen.getByRole('button', { name: `Take ${file.name} off the list` }));
    expect(screen.queryByText(words)).not.toBeInTheDocument();
  });

  test('because there are enough already does not push out what is there', async () => {
    await open(mock, [buildTwoItems()]);
    fireEvent.change(await chooser('Passport'), { target: { files: [pdfFile('one.pdf'), pdfFile('two.pdf')] } });
    expect(await added('one.pdf')).toBeVisible();
    expect(await screen.findByText(/There is room for one file only/)).toBeVisible();
    expect(screen.queryByLabelText('Choose a file for Passport')).not.toBeInTheDocument();
  });

  test('by the backend’s own look at it stays refused', async () => {
    const { user } = await open(mock);
    mock.server.use(http.patch('*/api/uploads/*', () => problem('file-type-not-accepted')));
    await user.upload(await chooser(), pdfFile());
    expect(await screen.findByText('payslip.pdf was not added')).toBeVisible();
  });
});
