import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Answer } from '#contract/workflow.ts';
import { listFields } from '#domain/workflow-answers.ts';
import { keepReachedAnswers, resolveNext, resolvePath, resolveReach } from '#domain/workflow-branching.ts';
import {
  answersOf,
  anyAnswers,
  anyDefinition,
  carDefinition,
  formOf,
  isYes,
  pageOf,
  part,
  textField,
  yesNoField,
} from '#tests/support/workflow-samples.ts';

const pathOf = (...parameters: Parameters<typeof resolvePath>): string[] =>
  resolvePath(...parameters).map(({ id }) => id);

describe('Which steps a customer comes through', () => {
  it('follows the first true branch, else what comes next', () => {
    expect(pathOf(carDefinition, answersOf({ 'has-car': true }))).toEqual(['start', 'car', 'end']);
    expect(pathOf(carDefinition, answersOf({ 'has-car': false }))).toEqual(['start', 'end']);
    expect(pathOf(carDefinition, {})).toEqual(['start', 'end']);
  });

  it('takes the first of several true branches', () => {
    const definition = {
      steps: [
        formOf('a', [yesNoField('one')], {
          branches: [
            { when: isYes('one'), to: 'b' },
            { when: isYes('one'), to: 'c' },
          ],
        }),
        pageOf('b'),
        pageOf('c'),
      ],
    };
    expect(pathOf(definition, answersOf({ one: true }))).toEqual(['a', 'b']);
  });

  it('ends a way that leads nowhere, and one that leads back', () => {
    expect(pathOf({ steps: [pageOf('a', { next: 'gone' })] }, {})).toEqual(['a']);
    expect(pathOf({ steps: [pageOf('a', { next: 'b' }), pageOf('b', { next: 'a' })] }, {})).toEqual(['a', 'b']);
  });

  it('is not decided by what was typed on a way no longer taken', () => {
    const definition = {
      steps: [
        formOf('a', [yesNoField('detour')], { branches: [{ when: isYes('detour'), to: 'b' }], next: 'c' }),
        formOf('b', [yesNoField('special')], { next: 'c' }),
        pageOf('c', { branches: [{ when: isYes('special'), to: 'd' }] }),
        formOf('d', [textField('more')]),
      ],
    };
    const special = { special: true, more: 'typed' };
    expect(pathOf(definition, answersOf({ ...special, detour: true }))).toEqual(['a', 'b', 'c', 'd']);
    expect(pathOf(definition, answersOf({ ...special, detour: false }))).toEqual(['a', 'c']);
  });

  it('names the step after each one, and the end', () => {
    const answers = answersOf({ 'has-car': true });
    expect(resolveNext(carDefinition, answers, part('start'))).toBe('car');
    expect(resolveNext(carDefinition, answers, part('end'))).toBeNull();
    expect(resolveNext(carDefinition, {}, part('car'))).toBeNull();
  });

  it('drops what is not reached, not asked, or blank', () => {
    const typed = answersOf({ 'has-car': false, name: ' ', plate: 'KR 12345', stranger: 'x' });
    expect(keepReachedAnswers(carDefinition, typed)).toEqual({ 'has-car': false });
  });

  it('lets a customer go as far as the first step that needs an answer', () => {
    const halfway = resolveReach(carDefinition, answersOf({ 'has-car': true, name: 'Maya' }));
    expect(halfway).toMatchObject({ steps: [{ id: 'start' }, { id: 'car' }], review: false });
    const complete = resolveReach(carDefinition, answersOf({ 'has-car': false, name: 'Maya' }));
    expect(complete).toMatchObject({ steps: [{ id: 'start' }, { id: 'end' }], review: true });
  });
});

describe('Whatever the definition and the answers', () => {
  it('the path starts at the beginning, ends, and takes no step twice', () => {
    fc.assert(
      fc.property(anyDefinition, anyAnswers, (definition, answers) => {
        const path = pathOf(definition, answers);
        expect(path[0]).toBe('a');
        expect(new Set(path).size).toBe(path.length);
      }),
    );
  });

  it('answers of steps that are not reached never survive, all others do', () => {
    fc.assert(
      fc.property(anyDefinition, anyAnswers, (definition, answers) => {
        const reached = new Set<string>(
          resolvePath(definition, answers)
            .flatMap(listFields)
            .map(({ id }) => id),
        );
        const isBlank = (answer: Answer) => typeof answer === 'string' && answer.trim() === '';
        const kept = Object.entries(answers).filter(([id, answer]) => reached.has(id) && !isBlank(answer));
        expect(keepReachedAnswers(definition, answers)).toEqual(Object.fromEntries(kept));
      }),
    );
  });

  it('dropping them changes neither the path nor what is kept', () => {
    fc.assert(
      fc.property(anyDefinition, anyAnswers, (definition, answers) => {
        const kept = keepReachedAnswers(definition, answers);
        expect(pathOf(definition, kept)).toEqual(pathOf(definition, answers));
        expect(keepReachedAnswers(definition, kept)).toEqual(kept);
      }),
    );
  });

  it('changing an answer of a later step moves nothing before it', () => {
    fc.assert(
      fc.property(anyDefinition, anyAnswers, anyAnswers, (definition, answers, changes) => {
        const path = resolvePath(definition, answers);
        const last = path.at(-1);
        const lastFields = new Set<string>(last ? listFields(last).map(({ id }) => id) : []);
        const changed = Object.entries(changes).filter(([id]) => lastFields.has(id));
        const after = pathOf(definition, { ...answers, ...Object.fromEntries(changed) });
        expect(after.slice(0, path.length)).toEqual(path.map(({ id }) => id));
      }),
    );
  });

  it('a changed answer leads exactly where it would have led from the start', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), (before, now) => {
        const answers = answersOf({ 'has-car': before, name: 'Maya', plate: 'KR 1', doors: 3 });
        const changed = { ...answers, ...answersOf({ 'has-car': now }) };
        expect(pathOf(carDefinition, changed)).toEqual(pathOf(carDefinition, answersOf({ 'has-car': now })));
      }),
    );
  });
});
