/** Where the fields of the sample agreements are. The PDF draws its lines from the same boxes, so ink lands on them. */
import type { Box, EsignField } from '#contract/esign.ts';
import { partIdSchema } from '#contract/ids.ts';

export const agreementBoxes = {
  initials: { x: 0.72, y: 0.86, width: 0.17, height: 0.045 },
  confirmed: { x: 0.108, y: 0.8, width: 0.026, height: 0.0184 },
  residence: { x: 0.108, y: 0.85, width: 0.45, height: 0.034 },
  signature: { x: 0.108, y: 0.6, width: 0.42, height: 0.075 },
  date: { x: 0.6, y: 0.639, width: 0.29, height: 0.036 },
  name: { x: 0.108, y: 0.735, width: 0.42, height: 0.036 },
} as const satisfies Record<string, Box>;

/** Only on the agreement with every sort of field. */
export const extraBoxes = {
  paidOut: { x: 0.108, y: 0.862, width: 0.29, height: 0.036 },
  number: { x: 0.43, y: 0.862, width: 0.26, height: 0.036 },
  employer: { x: 0.6, y: 0.85, width: 0.29, height: 0.034 },
  news: { x: 0.108, y: 0.915, width: 0.026, height: 0.0184 },
  secondSignature: { x: 0.108, y: 0.82, width: 0.42, height: 0.06 },
} as const satisfies Record<string, Box>;

export const longAgreementPages = 40;
export const longAgreementBoxes = {
  initials: [9, 19, 29].map((page) => ({ page, box: agreementBoxes.initials })),
  signature: { x: 0.108, y: 0.75, width: 0.42, height: 0.075 },
  date: { x: 0.6, y: 0.789, width: 0.29, height: 0.036 },
};

/** To PDF space: points from the bottom left. */
export const toPoints = (box: Box, page: { width: number; height: number }) => ({
  x: box.x * page.width,
  y: (1 - box.y - box.height) * page.height,
  width: box.width * page.width,
  height: box.height * page.height,
});

/** A field of the customer the session was started for; required, to be filled in. */
export const mine = (id: string, label: string, page: number, box: Box) => ({
  id: partIdSchema.parse(id),
  label,
  page,
  box,
  required: true,
  readOnly: false,
  participant: 1,
});

export const agreementFields: readonly EsignField[] = [
  { ...mine('initials', 'Your initials', 0, agreementBoxes.initials), kind: 'initials' },
  {
    ...mine('confirmed', 'I received the pre-contract information', 1, agreementBoxes.confirmed),
    kind: 'checkbox',
    prefill: null,
  },
  {
    ...mine('residence', 'Place of residence', 1, agreementBoxes.residence),
    kind: 'text',
    prefill: null,
    maxLength: 80,
  },
  { ...mine('signature', 'Your signature', 2, agreementBoxes.signature), kind: 'signature' },
  { ...mine('date', 'Date', 2, agreementBoxes.date), kind: 'date', prefill: null },
  {
    ...mine('name', 'Full name in block letters', 2, agreementBoxes.name),
    required: false,
    kind: 'text',
    prefill: null,
    maxLength: 80,
  },
];

/** Everything a field can be: beside those above, what is prefilled and may be changed, is read-only, or may stay empty. */
export const everyField: readonly EsignField[] = [
  ...agreementFields,
  {
    ...mine('paid-out', 'To be paid out on', 0, extraBoxes.paidOut),
    kind: 'date',
    prefill: '2026-12-01',
  },
  {
    ...mine('number', 'Number of the agreement', 0, extraBoxes.number),
    readOnly: true,
    kind: 'text',
    prefill: 'HC-2026-004817',
    maxLength: 80,
  },
  {
    ...mine('news', 'Send me news by email', 1, extraBoxes.news),
    required: false,
    kind: 'checkbox',
    prefill: true,
  },
  {
    ...mine('employer', 'Employer', 1, extraBoxes.employer),
    required: false,
    kind: 'text',
    prefill: 'Bristol Royal Infirmary',
    maxLength: 80,
  },
  {
    ...mine('second-signature', 'Your signature for the direct debit', 2, extraBoxes.secondSignature),
    required: false,
    kind: 'signature',
  },
];

/** The first person initials and signs; the place of residence, the date and the name are somebody else's to fill in. */
export const twoPeoplesFields: readonly EsignField[] = agreementFields.map((field) =>
  ['residence', 'date', 'name'].includes(field.id) ? { ...field, participant: 2 } : field,
);

/** Everything the business knew already; the customer confirms. */
export const prefilledFields = (name: string): readonly EsignField[] => [
  {
    ...mine('confirmed', 'I received the pre-contract information', 1, agreementBoxes.confirmed),
    readOnly: true,
    kind: 'checkbox',
    prefill: true,
  },
  {
    ...mine('residence', 'Place of residence', 1, agreementBoxes.residence),
    readOnly: true,
    kind: 'text',
    prefill: 'Bristol',
    maxLength: 80,
  },
  {
    ...mine('date', 'Date', 2, agreementBoxes.date),
    readOnly: true,
    kind: 'date',
    prefill: '2026-11-20',
  },
  {
    ...mine('name', 'Full name in block letters', 2, agreementBoxes.name),
    readOnly: true,
    kind: 'text',
    prefill: name,
    maxLength: 80,
  },
];

export const longAgreementFields: readonly EsignField[] = [
  ...longAgreementBoxes.initials.map(({ page, box }): EsignField => ({
    ...mine(`initials-${page + 1}`, `Your initials on page ${page + 1}`, page, box),
    kind: 'initials',
  })),
  {
    ...mine('signature', 'Your signature', longAgreementPages - 1, longAgreementBoxes.signature),
    kind: 'signature',
  },
  {
    ...mine('date', 'Date', longAgreementPages - 1, longAgreementBoxes.date),
    kind: 'date',
    prefill: null,
  },
];
