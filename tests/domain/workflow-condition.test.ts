import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Answer, Condition } from '#contract/workflow.ts';
import { evaluateCondition, isTooDeep, maxConditionDepth } from '#domain/workflow-condition.ts';
import { answersOf, anyAnswers, anyCondition, bakerStreet, isYes, part } from '#tests/support/workflow-samples.ts';

type Operator = Extract<Condition, { kind: 'compare' }>['operator'];

type Compared = Extract<Condition, { kind: 'compare' }>['value'];

const compare = (operator: Operator, value: Compared): Condition => ({
  kind: 'compare',
  field: part('it'),
  operator,
  value,
});
const asks = (kind: 'answered' | 'not-answered'): Condition => ({ kind, field: part('it') });
const never: Condition = { kind: 'any', of: [] };
const always: Condition = { kind: 'all', of: [] };

const nest = (levels: number): Condition =>
  levels === 1 ? always : { kind: 'not', condition: { kind: 'not', condition: nest(levels - 2) } };

describe('A condition about an answer', () => {
  it.each<[Answer | undefined, Operator, Compared, boolean]>([
    ['red', 'equals', 'red', true],
    ['red', 'equals', 'blue', false],
    ['red', 'not-equals', 'blue', true],
    [true, 'equals', true, true],
    [false, 'not-equals', true, true],
    [3, 'greater-than', 2, true],
    [2, 'greater-than', 2, false],
    [1, 'less-than', 2, true],
    ['2026-02-01', 'greater-than', '2026-01-31', true],
    ['2026-02-01', 'less-than', '2026-01-31', false],
    ['Nurse and midwife', 'contains', 'MIDWIFE', true],
    ['Nurse', 'contains', 'midwife', false],
    [[part('red'), part('blue')], 'contains', 'blue', true],
    [[part('red'), part('blue')], 'contains', 'blu', false],
    [[part('red')], 'equals', 'red', false],
    [[part('red')], 'not-equals', 'blue', false],
    [125_050, 'greater-than', 125_049, true],
    ['+442079460958', 'contains', '+44', true],
    [bakerStreet, 'equals', 'GB', true],
    [bakerStreet, 'not-equals', 'PL', true],
    [{ ...bakerStreet, line1: ' ', postalCode: '', city: '' }, 'equals', 'GB', false],
    // Of different types, without an order, or not answered at all: never true.
    ['3', 'equals', 3, false],
    ['3', 'not-equals', 4, false],
    ['3', 'greater-than', 2, false],
    ['b', 'greater-than', 'a', false],
    [true, 'greater-than', false, false],
    [undefined, 'not-equals', 'red', false],
    [' ', 'not-equals', 'red', false],
  ])('%o %s %o is %o', (answer, operator, value, expected) => {
    const answers = answer === undefined ? {} : answersOf({ it: answer });
    expect(evaluateCondition(compare(operator, value), answers)).toBe(expected);
  });

  it('tells what is answered from what is not', () => {
    expect(evaluateCondition(asks('answered'), answersOf({ it: false }))).toBe(true);
    expect(evaluateCondition(asks('answered'), answersOf({ it: '  ' }))).toBe(false);
    expect(evaluateCondition(asks('not-answered'), {})).toBe(true);
    expect(evaluateCondition(asks('answered'), answersOf({ it: [part('id-of-a-file')] }))).toBe(true);
    expect(evaluateCondition(asks('not-answered'), answersOf({ it: [] }))).toBe(true);
  });

  it('joins and turns round', () => {
    const both = (kind: 'all' | 'any'): Condition => ({ kind, of: [isYes('one'), isYes('two')] });
    const answers = answersOf({ one: true, two: false });
    expect(evaluateCondition(both('all'), answers)).toBe(false);
    expect(evaluateCondition(both('any'), answers)).toBe(true);
    expect(evaluateCondition({ kind: 'not', condition: both('all') }, answers)).toBe(true);
    expect(evaluateCondition(always, {})).toBe(true);
    expect(evaluateCondition(never, {})).toBe(false);
  });

  it('is never true when it nests deeper than anybody means, however often it is turned round', () => {
    expect(evaluateCondition(nest(maxConditionDepth - 1), {})).toBe(true);
    expect(evaluateCondition(nest(maxConditionDepth + 1), {})).toBe(false);
    expect(evaluateCondition({ kind: 'not', condition: nest(maxConditionDepth + 1) }, {})).toBe(false);
    expect(isTooDeep(nest(9_001))).toBe(true);
  });

  it('is true or false, and the opposite turned round, whatever it compares', () => {
    fc.assert(
      fc.property(anyCondition, anyAnswers, (condition, answers) => {
        const value = evaluateCondition(condition, answers);
        expect(evaluateCondition({ kind: 'not', condition }, answers)).toBe(!value);
      }),
    );
  });
});
