import { describe, expect, it } from 'vitest';

import type { Condition, WorkflowStep } from '#contract/workflow.ts';
import { listDefinitionProblems } from '#domain/workflow-definition.ts';
import {
  addressField,
  carDefinition,
  choiceField,
  dateField,
  endedAs,
  fileField,
  formOf,
  isYes,
  moneyField,
  numberField,
  pageOf,
  payStep,
  phoneField,
  severalField,
  textField,
  yesNoField,
} from '#tests/support/workflow-samples.ts';

const deep = (levels: number): Condition =>
  levels === 0 ? isYes('one') : { kind: 'not', condition: deep(levels - 1) };

const problemsOf = (...steps: WorkflowStep[]) =>
  listDefinitionProblems({ steps }).map(({ path, problem }) => `${path} ${problem}`);

describe('A workflow an agent wants to give to a customer', () => {
  it('may be given when every step and answer can be reached', () => {
    expect(listDefinitionProblems(carDefinition)).toEqual([]);
  });

  it('may lead back: the way is cut where it would go round', () => {
    expect(problemsOf(pageOf('a', { next: 'b' }), pageOf('b', { next: 'a' }))).toEqual([]);
  });

  it.each<[string, WorkflowStep[], string[]]>([
    ['a step leads to none', [pageOf('a', { next: 'b' })], ['steps.0.next unknown-step']],
    [
      'a branch leads to none',
      [formOf('a', [yesNoField('one')], { branches: [{ when: isYes('one'), to: 'b' }] })],
      ['steps.0.branches.0.to unknown-step'],
    ],
    [
      'a branch asks about what nobody asks',
      [pageOf('a', { branches: [{ when: isYes('one'), to: 'a' }] })],
      ['steps.0.branches.0.when unknown-field'],
    ],
    [
      'a branch nests without end',
      [formOf('a', [yesNoField('one')], { branches: [{ when: deep(40), to: 'a' }] })],
      ['steps.0.branches.0.when too-deep'],
    ],
    [
      'a branch asks how a page ended that nothing is done on',
      [pageOf('a', { branches: [{ when: endedAs('a', 'paid'), to: 'a' }] })],
      ['steps.0.branches.0.when impossible-outcome'],
    ],
    [
      'a branch asks how a step ended that is not there',
      [payStep('a', { branches: [{ when: { kind: 'not', condition: endedAs('b', 'paid') }, to: 'a' }] })],
      ['steps.0.branches.0.when impossible-outcome'],
    ],
    ['two steps share a name', [pageOf('a', { next: 'a' }), pageOf('a')], ['steps.1.id duplicate-id']],
    ['a step has the name of the last page', [pageOf('review')], ['steps.0.id reserved-id']],
    ['a step is never reached', [pageOf('a'), pageOf('b')], ['steps.1.id unreachable']],
    [
      'two fields share a name',
      [formOf('a', [textField('one')], { next: 'b' }), formOf('b', [textField('one')])],
      ['steps.0.fields.0.id duplicate-id', 'steps.1.fields.0.id duplicate-id'],
    ],
    [
      'no number would do',
      [formOf('a', [numberField('one', { minimum: 5, maximum: 4 })])],
      ['steps.0.fields.0.maximum empty-range'],
    ],
    [
      'no date would do',
      [formOf('a', [dateField('one', { earliest: '2026-02-01', latest: '2026-01-01' })])],
      ['steps.0.fields.0.latest empty-range'],
    ],
    [
      'an option is there twice',
      [formOf('a', [choiceField('one', ['red', 'red'])])],
      ['steps.0.fields.0.options duplicate-option'],
    ],
    [
      'one of several options is there twice',
      [formOf('a', [severalField('one', ['red', 'red'])])],
      ['steps.0.fields.0.options duplicate-option'],
    ],
    [
      'more have to be chosen than may be',
      [formOf('a', [severalField('one', ['red', 'blue', 'green'], { minimum: 2, maximum: 1 })])],
      ['steps.0.fields.0.minimum empty-range'],
    ],
    [
      'more have to be chosen than there are',
      [formOf('a', [severalField('one', ['red', 'blue'], { minimum: 3 })])],
      ['steps.0.fields.0.minimum empty-range'],
    ],
    [
      'no amount would do',
      [formOf('a', [moneyField('one', { minimum: 5, maximum: 4 })])],
      ['steps.0.fields.0.maximum empty-range'],
    ],
    [
      'more files have to be added than may be',
      [formOf('a', [fileField('one', { minFiles: 4, maxFiles: 3 })])],
      ['steps.0.fields.0.minFiles empty-range'],
    ],
    [
      'a country is none',
      [formOf('a', [phoneField('one', 'ZZ'), addressField('two', 'AA')])],
      ['steps.0.fields.0.country unknown-country', 'steps.0.fields.1.country unknown-country'],
    ],
  ])('may not when %s', (_, steps, problems) => {
    expect(problemsOf(...steps)).toEqual(problems);
  });
});
