import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';

import { startSessionInputSchema } from '#contract/agent.ts';
import { requestedItemSchema } from '#contract/document-request.ts';
import { writerSchema } from '#contract/draft.ts';
import { boxSchema, markSchema } from '#contract/esign.ts';
import { fileSchema } from '#contract/file.ts';
import { idempotencyKeySchema, interactionIdSchema, partIdSchema } from '#contract/ids.ts';
import { limits } from '#contract/limits.ts';
import { sendMessageInputSchema } from '#contract/message.ts';
import {
  countrySchema,
  currencySchema,
  emailSchema,
  instantSchema,
  moneySchema,
  nameSchema,
  phoneSchema,
  reasonSchema,
  sha256Schema,
  titleSchema,
} from '#contract/scalars.ts';
import { settingsLevelSchema } from '#contract/settings.ts';
import { answerSchema, conditionSchema, workflowDefinitionSchema } from '#contract/workflow.ts';
import { buildSessionInput } from '#tests/support/start-session.ts';

type Row = { what: string; schema: z.ZodMiniType; takes: readonly unknown[]; refuses: readonly unknown[] };
const x = (count: number) => 'x'.repeat(count);
const many = <Item>(count: number, item: Item): Item[] => Array.from({ length: count }, () => item);

const item = {
  id: 'payslip',
  title: 'Payslip',
  instructions: '',
  required: true,
  accept: ['application/pdf'],
  maxFiles: 1,
  maxBytes: 1,
};
const file = { id: 'f', name: 'a.pdf', type: 'application/pdf', size: 0, sha256: x(64).replaceAll('x', 'a') };
const step = { kind: 'information', id: 's', title: 'S', branches: [], next: null, body: ['Hello'] };
const address = (line1: string) => ({ line1, line2: '', postalCode: '', city: '', region: '', country: '' });
const stroke = (points: number) => many(points, [0, 1]);
const drawn = { kind: 'drawn', strokes: [stroke(2)], aspect: 3 };

const rows: readonly Row[] = [
  {
    what: 'An id',
    schema: interactionIdSchema,
    takes: ['a', 'A-z_09', x(64)],
    refuses: ['', x(65), 'a b', 'a/b', '..', 'ż', 'a\n', 7, null],
  },
  {
    what: 'The id of a part',
    schema: partIdSchema,
    takes: ['payslip', 'a', x(64)],
    refuses: ['', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'a.b'],
  },
  {
    what: 'An idempotency key',
    schema: idempotencyKeySchema,
    takes: [x(8), x(64), '0b5c9f0e-9d52-4c1c-8e33-2f0f1f1f1f1f'],
    refuses: ['', x(7), x(65), 'has space', 'key=1234'],
  },
  { what: 'The name of a tab', schema: writerSchema, takes: [x(8), x(64)], refuses: [x(7), x(65), 'a b c d e'] },
  {
    what: 'An instant',
    schema: instantSchema,
    takes: ['2026-11-22T09:00:00.000Z'],
    refuses: ['2026-11-22T09:00:00Z', '2026-11-22T09:00:00.000+01:00', '2026-02-30T00:00:00.000Z', '2026-11-22', 0],
  },
  {
    what: 'A name',
    schema: nameSchema,
    takes: ['A', x(limits.nameLength), ' A ', '李'],
    refuses: ['', '  \n', x(limits.nameLength + 1), null],
  },
  { what: 'A title', schema: titleSchema, takes: [x(limits.titleLength)], refuses: ['', x(limits.titleLength + 1)] },
  {
    what: 'A reason, which may be left out',
    schema: reasonSchema,
    takes: ['', x(limits.reasonLength)],
    refuses: [x(limits.reasonLength + 1), null],
  },
  {
    what: 'An amount',
    schema: moneySchema,
    takes: [
      { minorUnits: 0, currency: 'EUR' },
      { minorUnits: 100_000_000_000, currency: 'JPY' },
    ],
    refuses: [
      { minorUnits: -1, currency: 'EUR' },
      { minorUnits: 0.5, currency: 'EUR' },
      { minorUnits: 100_000_000_001, currency: 'EUR' },
      { minorUnits: Infinity, currency: 'EUR' },
      { minorUnits: 1, currency: 'eur' },
      { minorUnits: 1 },
    ],
  },
  { what: 'A hash', schema: sha256Schema, takes: [file.sha256], refuses: [x(64), file.sha256.toUpperCase(), 'a'] },
  {
    what: 'A file',
    schema: fileSchema,
    takes: [file, { ...file, name: x(limits.fileNameLength) }],
    refuses: [
      { ...file, name: x(limits.fileNameLength + 1) },
      { ...file, name: '' },
      { ...file, size: 0.5 },
    ],
  },
  {
    what: 'An email address',
    schema: emailSchema,
    takes: ['a@example.com', 'jane.doe+bank@mail.example.co.uk'],
    refuses: [
      'a',
      'a@',
      '@example.com',
      'a@example.com\nBcc: b@example.com',
      'Jane <a@example.com>',
      `${x(250)}@e.com`,
    ],
  },
  {
    what: 'A phone number',
    schema: phoneSchema,
    takes: ['+48600700842', '+1234567', '+123456789012345'],
    refuses: ['48600700842', '+0600700842', '+123456', '+1234567890123456', '+48 600 700 842', '112'],
  },
  {
    what: 'A message',
    schema: sendMessageInputSchema,
    takes: [{ text: 'a' }, { text: x(limits.messageLength) }],
    refuses: [{ text: '' }, { text: ' ' }, { text: x(limits.messageLength + 1) }, {}],
  },
  {
    what: 'A paper asked for',
    schema: requestedItemSchema,
    takes: [item, { ...item, maxFiles: limits.filesPerItem, maxBytes: limits.fileBytes }],
    refuses: [
      { ...item, accept: [] },
      { ...item, accept: ['text/html'] },
      { ...item, maxFiles: 0 },
      { ...item, maxFiles: limits.filesPerItem + 1 },
      { ...item, maxBytes: 0 },
      { ...item, maxBytes: limits.fileBytes + 1 },
    ],
  },
  {
    what: 'A box on a page',
    schema: boxSchema,
    takes: [{ x: 0, y: 1, width: 0.5, height: 0 }],
    refuses: [
      { x: -0.1, y: 0, width: 1, height: 1 },
      { x: 0, y: 0, width: 1.1, height: 1 },
      { x: NaN, y: 0, width: 1, height: 1 },
    ],
  },
  {
    what: 'A mark',
    schema: markSchema,
    takes: [
      drawn,
      { ...drawn, strokes: many(limits.strokesPerSignature, stroke(1)) },
      { ...drawn, strokes: [stroke(limits.pointsPerStroke)] },
      { kind: 'typed', text: 'Cleo' },
    ],
    refuses: [
      { ...drawn, strokes: [] },
      { ...drawn, strokes: [[]] },
      { ...drawn, strokes: many(limits.strokesPerSignature + 1, stroke(1)) },
      { ...drawn, strokes: [stroke(limits.pointsPerStroke + 1)] },
      { ...drawn, strokes: [[[0, 2]]] },
      { ...drawn, aspect: 0 },
      { kind: 'typed', text: ' ' },
      { kind: 'uploaded' },
    ],
  },
  {
    what: 'An answer',
    schema: answerSchema,
    takes: [
      '',
      x(limits.answerLength),
      0,
      -1.5,
      true,
      many(limits.optionsPerField, 'a'),
      address(x(limits.addressLineLength)),
    ],
    refuses: [
      x(limits.answerLength + 1),
      null,
      [],
      {},
      NaN,
      Infinity,
      many(limits.optionsPerField + 1, 'a'),
      ['__proto__'],
      [x(65)],
      [1],
      address(x(limits.addressLineLength + 1)),
      { line1: 'Here' },
    ],
  },
  {
    what: 'A currency',
    schema: currencySchema,
    takes: ['GBP'],
    refuses: ['', 'gbp', 'GBPX', '£'],
  },
  {
    what: 'A country',
    schema: countrySchema,
    takes: ['GB'],
    refuses: ['', 'gb', 'GBR', 'Great Britain'],
  },
  {
    what: 'A condition',
    schema: conditionSchema,
    takes: [
      { kind: 'answered', field: 'a' },
      { kind: 'all', of: [] },
      { kind: 'not', condition: { kind: 'any', of: [{ kind: 'compare', field: 'a', operator: 'equals', value: 1 }] } },
    ],
    refuses: [
      { kind: 'code', run: 'alert(1)' },
      { kind: 'compare', field: 'a', operator: 'matches', value: '.*' },
      { kind: 'all', of: many(51, { kind: 'answered', field: 'a' }) },
      { kind: 'not' },
    ],
  },
  {
    what: 'A workflow',
    schema: workflowDefinitionSchema,
    takes: [{ steps: [step] }, { steps: many(limits.stepsPerWorkflow, step) }],
    refuses: [{ steps: [] }, { steps: many(limits.stepsPerWorkflow + 1, step) }, { steps: [{ ...step, body: [' '] }] }],
  },
  {
    what: 'A level of settings',
    schema: settingsLevelSchema,
    takes: [{}, { accessDuration: 3_650 }, { consent: {} }, { branding: { primaryColor: '#aAbBcC' } }],
    refuses: [
      { autoOpen: 'yes' },
      { autoOpen: null },
      { unheardOf: true },
      { accessDuration: 0 },
      { accessDuration: 3_651 },
      { consent: { text: x(limits.policyTextLength + 1) } },
      { branding: { primaryColor: '#abc' } },
      { signingReasons: many(51, 'I agree') },
      { reminders: { schedule: { weekdays: [], fromHour: 9, toHour: 18, timeZone: 'UTC', repetitions: 1 } } },
    ],
  },
  {
    what: 'The start of a session',
    schema: startSessionInputSchema,
    takes: [buildSessionInput(), { ...buildSessionInput(), channel: null }],
    refuses: [
      { ...buildSessionInput(), channel: 'fax' },
      { ...buildSessionInput(), team: '' },
      { ...buildSessionInput(), customer: { name: '', email: null, phone: null } },
      { ...buildSessionInput(), settings: { autoOpne: true } },
    ],
  },
];

describe.each(rows)('$what', ({ schema, takes, refuses }) => {
  it('is taken up to its bounds', () => {
    expect(takes.filter((value) => !schema.safeParse(value).success)).toEqual([]);
  });

  it('is refused beyond them', () => {
    expect(refuses.filter((value) => schema.safeParse(value).success)).toEqual([]);
  });
});
