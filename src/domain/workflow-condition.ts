/** Conditions of a workflow's branches: data, never code (product.md 8). Total: whatever they compare, they answer. */
import { dateSchema } from '#contract/scalars.ts';
import type { Answer, Answers, Condition } from '#contract/workflow.ts';
import { isAddress } from '#domain/answer-kinds.ts';
import { findAnswer, isAnswered } from '#domain/workflow-answers.ts';

/** Groups and negations inside each other; a deeper condition is never true, and refused when an agent sends it. */
export const maxConditionDepth = 16;

/** True or false for any condition and any answers. Comparing what was not answered, or different types, is false. */
export const evaluateCondition = (condition: Condition, answers: Answers): boolean =>
  !isTooDeep(condition) && holds(condition, answers);

function holds(condition: Condition, answers: Answers): boolean {
  switch (condition.kind) {
    case 'compare':
      return compare(findAnswer(answers, condition.field), condition);
    case 'answered':
      return isAnswered(findAnswer(answers, condition.field));
    case 'not-answered':
      return !isAnswered(findAnswer(answers, condition.field));
    case 'all':
      return condition.of.every((part) => holds(part, answers));
    case 'any':
      return condition.of.some((part) => holds(part, answers));
    case 'not':
      return !holds(condition.condition, answers);
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
      return false;
    case 'all':
    case 'any':
      return condition.of.some((part) => isTooDeep(part, depth + 1));
    case 'not':
      return isTooDeep(condition.condition, depth + 1);
  }
}

/** Every field a condition that is not too deep asks about. */
export function listConditionFields(condition: Condition): Comparison['field'][] {
  switch (condition.kind) {
    case 'compare':
    case 'answered':
    case 'not-answered':
      return [condition.field];
    case 'all':
    case 'any':
      return condition.of.flatMap(listConditionFields);
    case 'not':
      return listConditionFields(condition.condition);
  }
}
