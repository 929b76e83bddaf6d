import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { EsignField, SignInput } from '#contract/esign.ts';
import { listOpenFields } from '#domain/esign-fields.ts';
import { listSubmissionProblems, type SigningRules } from '#domain/esign-submission.ts';
import { buildField, buildInk, buildTyped, buildValues } from '#tests/support/build-esign-field.ts';

const freely: SigningRules = { signingReasons: [], requireReview: false };
const signed = { field: { kind: 'applied' } };

const check = (
  fields: readonly EsignField[],
  { values = {}, ...rest }: Partial<Omit<SignInput, 'values'>> & { values?: Record<string, unknown> },
  rules: SigningRules = freely,
) =>
  listSubmissionProblems(
    fields,
    { signature: null, initials: null, signingReason: null, reviewed: false, ...rest, values: buildValues(values) },
    rules,
  ).map(({ field, reason }) => `${field}: ${reason}`);

describe('A submission is refused', () => {
  test.for([
    ['without the signature it asks for', {}, {}, ['field: required']],
    ['signed with nothing', {}, { values: signed }, ['signature: required']],
    ['signed with a full stop', {}, { values: signed, signature: buildTyped('.') }, ['signature: empty-mark']],
    [
      'with initials where the signature belongs',
      {},
      { values: signed, initials: buildInk() },
      ['signature: required'],
    ],
    [
      'with a text as signature',
      {},
      { values: { field: { kind: 'text', text: 'me' } } },
      ['field: wrong-kind', 'signature: required'],
    ],
    [
      'with too long a text',
      { kind: 'text' },
      { values: { field: { kind: 'text', text: 'x'.repeat(51) } } },
      ['field: too-long'],
    ],
    ['with a value for nobody', { required: false }, { values: { other: { kind: 'applied' } } }, ['other: not-yours']],
  ] as const)('%s', ([, over, submission, problems]) => {
    expect(check([buildField(over)], submission)).toEqual(problems);
  });

  test('without the reason that the business wants, or with another', () => {
    const rules = { ...freely, signingReasons: ['I am the borrower'] };
    expect(check([], {}, rules)).toEqual(['signingReason: required']);
    expect(check([], { signingReason: 'For fun' }, rules)).toEqual(['signingReason: not-offered']);
    expect(check([], { signingReason: 'I am the borrower' }, rules)).toEqual([]);
  });

  test('before the end was reached where that is required', () => {
    const rules = { ...freely, requireReview: true };
    expect(check([], {}, rules)).toEqual(['reviewed: required']);
    expect(check([], { reviewed: true }, rules)).toEqual([]);
  });
});

test('A signed document without more to say is taken', () => {
  expect(check([buildField()], { values: signed, signature: buildInk() })).toEqual([]);
});

test('Nobody can be stuck: what the room shows as filled in, the backend takes', () => {
  const kinds = fc.constantFrom('signature', 'initials', 'date', 'text', 'checkbox');
  const field = fc.record({ kind: kinds, required: fc.boolean(), readOnly: fc.boolean(), filled: fc.boolean() });
  const filledWith = {
    signature: { kind: 'applied' },
    initials: { kind: 'applied' },
    date: { kind: 'date', date: '2026-11-22' },
    text: { kind: 'text', text: 'Leeds' },
    checkbox: { kind: 'checkbox', checked: true },
  } as const;
  fc.assert(
    fc.property(fc.array(field, { maxLength: 8 }), (drafts) => {
      const fields = drafts.map(({ kind, required, readOnly }, index) =>
        buildField({ kind, required, readOnly, id: `f${index}` }),
      );
      const entries = drafts.flatMap(({ kind, filled }, index) =>
        filled ? [[`f${index}`, filledWith[kind]] as const] : [],
      );
      const values = Object.fromEntries(entries);
      const problems = check(fields, { values, signature: buildInk(), initials: buildInk() });
      expect(problems.length === 0).toBe(listOpenFields(fields, buildValues(values)).length === 0);
    }),
  );
});
