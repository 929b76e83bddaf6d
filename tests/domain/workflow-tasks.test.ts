import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { workflowDefinitionSchema } from '#contract/workflow.ts';
import { resolvePath, resolveReach, resolveSettled } from '#domain/workflow-branching.ts';
import { applySettled, resolveOutcome } from '#domain/workflow-tasks.ts';
import {
  answersOf,
  anyAnswers,
  anyDefinition,
  anyOutcomes,
  endedAs,
  feeDefinition,
  formOf,
  pageOf,
  part,
  payStep,
  textField,
} from '#tests/support/workflow-samples.ts';

const reachOf = (...parameters: Parameters<typeof resolveReach>) => {
  const { steps, review } = resolveReach(...parameters);
  return [...steps.map(({ id }) => id), ...(review ? ['review'] : [])];
};

const answered = answersOf({ 'has-car': true, name: 'Maya' });

describe('How a payment inside the questions ended', () => {
  it.each([
    ['completed', null, 'paid'],
    ['completed', 'declined', 'paid'],
    ['new', null, null],
    ['new', 'declined', 'declined'],
    ['new', 'cancelled', 'cancelled'],
    ['new', 'failed', null],
    ['cancelled', 'declined', 'declined'],
    ['cancelled', null, null],
  ] as const)('%s, the last attempt %s: %s', (status, lastAttempt, outcome) => {
    expect(resolveOutcome({ kind: 'payment', status, lastAttempt })).toBe(outcome);
  });
});

describe('A payment among the questions', () => {
  it('holds the customer up until it is paid', () => {
    expect(reachOf(feeDefinition, answered)).toEqual(['start', 'fee']);
    expect(reachOf(feeDefinition, answered, { fee: 'paid' })).toEqual(['start', 'fee', 'end', 'review']);
  });

  it.each(['declined', 'cancelled'] as const)('that was %s is to be made again where no way leads on from it', (is) => {
    expect(reachOf(feeDefinition, answered, { fee: is })).toEqual(['start', 'fee']);
  });

  it('leads on by the branch that asks how it ended, and elsewhere once it is paid after all', () => {
    const definition = {
      steps: [
        payStep('fee', { branches: [{ when: endedAs('fee', 'declined'), to: 'invoice' }], next: 'thanks' }),
        pageOf('invoice'),
        pageOf('thanks'),
      ],
    };
    expect(reachOf(definition, {}, { fee: 'declined' })).toEqual(['fee', 'invoice', 'review']);
    expect(reachOf(definition, {}, { fee: 'cancelled' })).toEqual(['fee']);
    expect(reachOf(definition, {}, { fee: 'paid' })).toEqual(['fee', 'thanks', 'review']);
  });

  it('does not lead on by a branch that asks about something else', () => {
    const always = { kind: 'not', condition: endedAs('other', 'paid') } as const;
    const definition = {
      steps: [payStep('fee', { branches: [{ when: always, to: 'other' }] }), payStep('other')],
    };
    expect(reachOf(definition, {}, { fee: 'declined' })).toEqual(['fee']);
  });
});

describe('A step of a kind that nobody knows yet', () => {
  it('is a page that nobody gets past', () => {
    const steps = [{ ...pageOf('hologram', { next: 'end' }), kind: 'hologram', beam: 3 }, pageOf('end')];
    const definition = workflowDefinitionSchema.parse({ steps });
    expect(definition.steps[0]).toMatchObject({ id: 'hologram', kind: 'unknown' });
    expect(reachOf(definition, {})).toEqual(['hologram']);
  });
});

describe('What something final settles', () => {
  it('is the way to it, with the answers that were given', () => {
    const typed = { ...answered, ...answersOf({ more: 'later' }) };
    expect(resolveSettled(feeDefinition, typed, { fee: 'paid' }, part('fee'))).toEqual({
      steps: ['start', 'fee'],
      answers: answered,
    });
  });

  it('is nothing when the answers lead elsewhere meanwhile, or not that far', () => {
    expect(resolveSettled(feeDefinition, {}, { fee: 'paid' }, part('fee'))).toBeNull();
    expect(resolveSettled({ steps: [pageOf('a'), payStep('fee')] }, {}, { fee: 'paid' }, part('fee'))).toBeNull();
  });

  it('is not changed by what is typed since, nor by what is taken away', () => {
    const definition = { steps: [formOf('a', [textField('x'), textField('y', { required: false })])] };
    const settled = { steps: [part('a')], answers: answersOf({ x: 'then' }) };
    const typed = answersOf({ x: 'now', y: 'added', z: 'other' });
    expect(applySettled(definition, settled, typed)).toEqual({ x: 'then', z: 'other' });
    expect(applySettled(definition, settled, {})).toEqual({ x: 'then' });
    expect(applySettled(definition, undefined, typed)).toBe(typed);
  });

  it('is what the way begins with from then on, whatever the definition and whatever is typed', () => {
    fc.assert(
      fc.property(anyDefinition, anyAnswers, anyAnswers, anyOutcomes, (definition, then, now, outcomes) => {
        const { steps } = resolveReach(definition, then, outcomes);
        for (const { id } of steps) {
          const settled = resolveSettled(definition, then, outcomes, id);
          if (!settled) throw new Error('Failed to settle a step that is reached.');
          const path = resolvePath(definition, applySettled(definition, settled, now), outcomes);
          expect(path.slice(0, settled.steps.length).map((step) => step.id)).toEqual(settled.steps);
        }
      }),
    );
  });

  it('is never behind a payment that nothing became of, whatever the definition', () => {
    fc.assert(
      fc.property(anyDefinition, anyAnswers, anyOutcomes, (definition, answers, outcomes) => {
        const { steps, review } = resolveReach(definition, answers, outcomes);
        const path = resolvePath(definition, answers, outcomes);
        expect(path.slice(0, steps.length)).toEqual(steps);
        if (review) expect(steps).toHaveLength(path.length);
        for (const step of steps.slice(0, -1)) {
          if (step.kind === 'payment') expect(outcomes).toHaveProperty(step.id);
        }
      }),
    );
  });
});
