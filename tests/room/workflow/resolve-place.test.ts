import { describe, expect, it } from 'vitest';

import { resolvePath, resolveReach } from '#domain/workflow-branching.ts';
import { resolveAfter, resolvePlace } from '#room/workflow/resolve-place.ts';
import { answersOf, carDefinition, part } from '#tests/support/workflow-samples.ts';

const complete = { 'has-car': true, name: 'Maya', plate: 'KR 1', doors: 3 };
type Answers = Record<string, string | number | boolean>;

const show = (segment: string | undefined, answers: Answers, saved: string | null = 'start') => {
  const reach = resolveReach(carDefinition, answersOf(answers));
  const place = resolvePlace(segment, reach, saved === null ? null : part(saved));
  return place.kind === 'step' ? `${place.segment} at ${place.position + 1}` : place.segment;
};
const after = (step: string, answers: Answers, changing?: readonly string[]) =>
  resolveAfter(resolvePath(carDefinition, answersOf(answers)), part(step), changing);

describe('The page an address shows', () => {
  it('is the one it names, when the answers reach that far', () => {
    expect(show('start', {})).toBe('start at 1');
    expect(show('car', { 'has-car': true, name: 'Maya' })).toBe('car at 2');
    expect(show('review', complete)).toBe('review');
  });

  it('is the furthest there is, when it names one behind a missing answer, off the way, or none', () => {
    expect(show('review', { 'has-car': true, name: 'Maya' })).toBe('car at 2');
    expect(show('end', { 'has-car': true })).toBe('start at 1');
    expect(show('car', { 'has-car': false, name: 'Maya' })).toBe('review');
    expect(show('gone', {})).toBe('start at 1');
  });

  it('is where the customer was, when it names none', () => {
    expect(show(undefined, {})).toBe('start at 1');
    expect(show(undefined, complete, 'car')).toBe('car at 2');
    expect(show(undefined, complete, null)).toBe('review');
    expect(show(undefined, { 'has-car': true }, null)).toBe('start at 1');
    expect(show(undefined, complete, 'gone')).toBe('review');
  });
});

describe('Continue', () => {
  it('leads to the next step, and after the last to checking the answers', () => {
    expect(after('start', complete)).toBe('car');
    expect(after('end', complete)).toBe('review');
  });

  it('leads back to checking the answers after a change that opens nothing new', () => {
    expect(after('start', complete, ['start', 'car', 'end'])).toBe('review');
    expect(after('start', { ...complete, 'has-car': false }, ['start', 'car', 'end'])).toBe('end');
    expect(after('start', complete, ['start', 'end'])).toBe('car');
  });
});
