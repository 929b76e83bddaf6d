import { screen } from '@testing-library/react';
import { HttpResponse } from 'msw';

import { addInteractionInputSchema } from '#contract/agent.ts';
import { type ErrorCode, errorStatus } from '#contract/error-codes.ts';
import { problemContentType } from '#contract/problem.ts';
import type { useMockServer } from '#tests/support/mock-server.ts';
import { renderRoom } from '#tests/support/render-room.tsx';
import { buildDocumentRequest } from '#tests/support/sample-interactions.ts';

type MockServer = ReturnType<typeof useMockServer>;
const settings = { autoOpen: true };
export const MiB = 1_048_576;

export const pdfFile = (name = 'payslip.pdf', size = 2_000) =>
  new File([`%PDF-1.7\n${'x'.repeat(size)}\nstartxref\n9\n%%EOF`], name, { type: 'application/pdf', lastModified: 1 });
export const photo = (name = 'photo.jpg') =>
  new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2])], name, { type: 'image/jpeg' });

export const item = { instructions: '', accept: ['application/pdf'], maxFiles: 1, maxBytes: 3_000 };
export const buildTwoItems = () =>
  addInteractionInputSchema.parse({
    kind: 'document-request',
    title: 'Your papers',
    items: [
      { ...item, id: 'passport', title: 'Passport', required: true },
      { ...item, id: 'extra', title: 'Anything else', required: false, accept: ['image/jpeg', 'image/png'] },
    ],
  });

export const open = (mock: MockServer, interactions = [buildDocumentRequest()]) =>
  renderRoom(mock, { settings, interactions });
export const chooser = (title = 'Latest payslip') => screen.findByLabelText(`Choose a file for ${title}`);
export const added = (name: string) => screen.findByRole('button', { name: `Look at ${name}` });
export const sendButton = () => screen.getByRole('button', { name: /^Send/ });
export const heading = () => screen.queryByRole('heading', { level: 1, name: /Proof of income|Your papers/ });

export type World = Awaited<ReturnType<typeof open>>;
export const readRequest = async ({ deps, sessionId }: World) => {
  const [stored] = (await deps.store.loadSession(sessionId))?.interactions ?? [];
  if (stored?.kind !== 'document-request') throw new Error('No document request there.');
  return stored;
};

export const problem = (code: ErrorCode, details: { retryAfter?: number } = {}) =>
  HttpResponse.json(
    { type: 'about:blank', title: code, status: errorStatus[code], code, requestId: 'r', ...details },
    { status: errorStatus[code], headers: { 'content-type': problemContentType } },
  );
