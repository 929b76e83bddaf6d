import { PDFDocument } from '@cantoo/pdf-lib';

import { type AddInteractionInput, addInteractionInputSchema } from '#contract/agent.ts';
import type { FileId } from '#contract/ids.ts';
import { fileField, formOf } from '#tests/support/workflow-samples.ts';

/** A PDF of so many pages; byte for byte the same whenever it is made. */
export async function buildPdf(pages = 1): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.create();
  document.setCreationDate(new Date(0));
  document.setModificationDate(new Date(0));
  for (let page = 1; page <= pages; page += 1) document.addPage([595, 842]).drawText(`Page ${page}`, { x: 60, y: 760 });
  return new Uint8Array(await document.save());
}

const parse = (input: unknown): AddInteractionInput => addInteractionInputSchema.parse(input);

/** An agreement with one signature on its only page. */
export const buildEsign = (document: FileId, title = 'Loan agreement'): AddInteractionInput =>
  parse({
    kind: 'esign',
    title,
    document,
    canDecline: true,
    fields: [
      {
        kind: 'signature',
        id: 'signature',
        label: 'Your signature',
        page: 0,
        box: { x: 0.1, y: 0.7, width: 0.4, height: 0.08 },
        required: true,
        readOnly: false,
        participant: 1,
      },
    ],
  });

/** A form on paper with one line to write on, and nothing to sign. */
export const buildTextDocument = (document: FileId, title: string): AddInteractionInput =>
  parse({
    kind: 'esign',
    title,
    document,
    canDecline: true,
    fields: [
      {
        kind: 'text',
        id: 'residence',
        label: 'Place of residence',
        page: 0,
        box: { x: 0.1, y: 0.2, width: 0.4, height: 0.05 },
        required: true,
        readOnly: false,
        participant: 1,
        prefill: null,
        maxLength: 100,
      },
    ],
  });

/** One required paper, PDF or photo. */
export const buildDocumentRequest = (title = 'Proof of income'): AddInteractionInput =>
  parse({
    kind: 'document-request',
    title,
    items: [
      {
        id: 'payslip',
        title: 'Latest payslip',
        instructions: 'All pages, please.',
        required: true,
        accept: ['application/pdf', 'image/jpeg', 'image/png'],
        maxFiles: 3,
        maxBytes: 5_000_000,
      },
    ],
  });

/** One question. */
export const buildWorkflow = (title = 'About your work'): AddInteractionInput =>
  parse({
    kind: 'workflow',
    title,
    definition: {
      steps: [
        {
          kind: 'form',
          id: 'work',
          title: 'Your work',
          branches: [],
          next: null,
          fields: [
            {
              kind: 'text',
              id: 'employer',
              label: 'Who do you work for?',
              hint: null,
              required: true,
              long: false,
              maxLength: 100,
              autoComplete: null,
            },
          ],
        },
      ],
    },
  });

/** A question for a file, PDF or photo. */
export const buildFileQuestion = (title = 'About your car'): AddInteractionInput =>
  parse({
    kind: 'workflow',
    title,
    definition: { steps: [formOf('papers', [fileField('licence')])] },
  });

export const buildPayment = (title = 'Arrangement fee'): AddInteractionInput =>
  parse({ kind: 'payment', title, amount: { minorUnits: 4900, currency: 'EUR' }, purpose: 'Arrangement fee' });
