import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Answer, FormField } from '#contract/workflow.ts';
import { type AnswerProblem, findAnswerProblem, listStepProblems } from '#domain/workflow-answers.ts';
import {
  answersOf,
  choiceField,
  dateField,
  emailField,
  formOf,
  numberField,
  pageOf,
  textField,
  yesNoField,
} from '#tests/support/workflow-samples.ts';

const price = numberField('it', { minimum: -10, maximum: 99.99, decimals: 2 });
const day = dateField('it', { earliest: '2020-02-29', latest: '2026-12-31' });
const colour = choiceField('it', ['red', 'blue']);

describe('What may be handed in', () => {
  it.each<[string, FormField, Answer | undefined, AnswerProblem | null]>([
    ['text', textField('it', { maxLength: 5 }), 'Maya', null],
    ['text at its limit', textField('it', { maxLength: 4 }), 'Maya', null],
    ['text beyond it', textField('it', { maxLength: 3 }), 'Maya', 'too-long'],
    ['nothing', textField('it'), undefined, 'required'],
    ['white space', textField('it'), ' \n\t', 'required'],
    ['nothing where nothing is needed', textField('it', { required: false }), undefined, null],
    ['a number where text is asked', textField('it'), 4, 'not-text'],
    ['a number', price, 12.5, null],
    ['the smallest', price, -10, null],
    ['less', price, -10.01, 'too-small'],
    ['more', price, 100, 'too-large'],
    ['a third digit', price, 1.255, 'too-many-decimals'],
    ['a fraction of a whole', numberField('it'), 1.5, 'too-many-decimals'],
    ['what is left of typing', price, '1,2x', 'not-a-number'],
    ['more than any number', numberField('it'), Infinity, 'not-a-number'],
    ['zero', numberField('it'), 0, null],
    ['a huge whole number', numberField('it'), 1e22, null],
    ['a date', day, '2026-11-22', null],
    ['the first day', day, '2020-02-29', null],
    ['the day before', day, '2020-02-28', 'too-early'],
    ['the day after', day, '2027-01-01', 'too-late'],
    ['a day that never was', day, '2023-02-29', 'not-a-date'],
    ['a date in words', day, '1 May', 'not-a-date'],
    ['a true date', day, true, 'not-a-date'],
    ['an address', emailField('it'), 'maya@example.com', null],
    ['an address with a space after it', emailField('it'), 'maya@example.com ', null],
    ['an address in another script', emailField('it'), 'żółw@przykład.pl', null],
    ['an address without an at sign', emailField('it'), 'maya.example.com', 'not-an-email'],
    ['an address without a host', emailField('it'), 'maya@localhost', 'not-an-email'],
    ['an address ending in a dot', emailField('it'), 'maya@example.com.', 'not-an-email'],
    ['two addresses', emailField('it'), 'a@b.com c@d.com', 'not-an-email'],
    ['an address nobody can have', emailField('it'), `${'a'.repeat(250)}@b.com`, 'not-an-email'],
    ['an option', colour, 'red', null],
    ['another', colour, 'green', 'not-an-option'],
    ['no option at all', colour, undefined, 'required'],
    ['yes', yesNoField('it'), true, null],
    ['no', yesNoField('it'), false, null],
    ['neither', yesNoField('it'), 'maybe', 'not-an-option'],
    ['no answer', yesNoField('it'), undefined, 'required'],
  ])('%s', (_, field, answer, problem) => {
    expect(findAnswerProblem(field, answer)).toBe(problem);
  });

  it('names everything wrong with a step, in the order it is asked', () => {
    const step = formOf('a', [textField('one'), textField('two'), numberField('three')]);
    const problems = listStepProblems(step, answersOf({ two: 'here', three: 'x' }));
    expect(problems.map(({ field, problem }) => `${field.id} ${problem}`)).toEqual([
      'one required',
      'three not-a-number',
    ]);
    expect(listStepProblems(pageOf('b'), {})).toEqual([]);
  });

  it('answers quickly whatever is put into an address', () => {
    expect(findAnswerProblem(emailField('it'), `a@${'a.'.repeat(5_000)}`)).toBe('not-an-email');
  });

  it('takes every number that was rounded to what is asked', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.integer({ min: 0, max: 6 }),
        (value, decimals) => {
          const rounded = Number(value.toFixed(decimals));
          expect(findAnswerProblem(numberField('it', { decimals }), rounded)).toBeNull();
        },
      ),
    );
  });
});
