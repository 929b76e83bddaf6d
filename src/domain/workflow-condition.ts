/** Conditions of a workflow's branches: data, never code (product.md 8). Total: whatever they compare, they answer. */
import { dateSchema } from '#contract/scalars.ts';
import type { Answer, Answers, Condition } from '#contract/workflow.ts';
import { isAddress } from '#domain/answer-kinds.ts';
import { findAnswer, isAnswered } from '#domain/workflow-answers.ts';
import type { Outcomes } from '#domain/workflow-tasks.ts';

/** Groups and negations inside each other; a deeper condition is never true, and refused when an agent sends it. */
export const maxConditionDepth = 16;

/** True or false for any condition and any answers. Comparing what was not answered, or different types, is false. */
export const evaluateCondition = (condition: Condition, answers: Answers, outcomes: Outcomes = {}): boolean =>
  !isTooDeep(condition) && holds(condition, answers, outcomes);

function holds(condition: Condition, answers: Answers, outcomes: Outcomes): boolean {
  switch (condition.kind) {
    case 'compare':
      return compare(findAnswer(answers, condition.field), condition);
    case 'answered':
      return isAnswered(findAnswer(answers, condition.field));
    case 'not-answered':
      return !isAnswered(findAnswer(answers, condition.field));
    case 'outcome':
      return Object.hasOwn(outcomes, condition.step) && outcomes[condition.step] === condition.is;
    case 'all':
      return condition.of.every((part) => holds(part, answers, outcomes));
    case 'any':
      return condition.of.some((part) => holds(part, answers, outcomes));
    case 'not':
      return !holds(condition.condition, answers, outcomes);
  }
}

type Comparison = Extract<Condition, { kind: 'compare' }>;

function compare(given: Answer | undefined, { operator, value }: Comparison): boolean {
  if (!isAnswered(given)) return false;
  if (Array.isArray(given)) return operator === 'contains' && given.some((chosen) => chosen === value);
  const answer = isAddress(given) ? given.country : given;
  if (typeof answer !== typeof value) return false;
  switch (operator) {
    case 'equals':
      return answer === value;
    case 'not-equals':
      return answer !== value;
    case 'greater-than':
      return isOrdered(answer) && isOrdered(value) && answer > value;
    case 'less-than':
      return isOrdered(answer) && isOrdered(value) && answer < value;
    case 'contains':
      return String(answer).toLowerCase().includes(String(value).toLowerCase());
  }
}

/** Numbers, and ISO dates, which are text that sorts. Other text has no order a business could mean. */
const isOrdered = (answer: Comparison['value']): boolean =>
  typeof answer === 'number' || dateSchema.safeParse(answer).success;

/** Whether it nests deeper than is ever looked at. */
export function isTooDeep(condition: Condition, depth = 1): boolean {
  if (depth > maxConditionDepth) return true;
  switch (condition.kind) {
    case 'compare':
    case 'answered':
    case 'not-answered':
    case 'outcome':
      return false;
    case 'all':
    case 'any':
      return condition.of.some((part) => isTooDeep(part, depth + 1));
    case 'not':
      return isTooDeep(condition.condition, depth + 1);
  }
}

type Simple = Exclude<Condition, { kind: 'all' | 'any' | 'not' }>;

/** What a condition that is not too deep is made of. */
function listSimple(condition: Condition): Simple[] {
  switch (condition.kind) {
    case 'compare':
    case 'answered':
    case 'not-answered':
    case 'outcome':
      return [condition];
    case 'all':
    case 'any':
      return condition.of.flatMap(listSimple);
    case 'not':
      return listSimple(condition.condition);
  }
}

/** Every field a condition that is not too deep asks about. */
export const listConditionFields = (condition: Condition): Comparison['field'][] =>
  listSimple(condition).flatMap((simple) => (simple.kind === 'outcome' ? [] : [simple.field]));

/** Every outcome of a step that it asks about. */
export const listConditionOutcomes = (condition: Condition): Extract<Condition, { kind: 'outcome' }>[] =>
  listSimple(condition).flatMap((simple) => (simple.kind === 'outcome' ? [simple] : []));
