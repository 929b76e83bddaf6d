/** What an agent may not send as a workflow, though its shape is right: what would leave a question unasked or unanswerable. */
import type { Condition, FormField, WorkflowDefinition, WorkflowStep } from '#contract/workflow.ts';
import { countries } from '#domain/countries.ts';
import { listFields } from '#domain/workflow-answers.ts';
import { isTooDeep, listConditionFields, listConditionOutcomes } from '#domain/workflow-condition.ts';
import { isTaskStep, possibleOutcomes } from '#domain/workflow-tasks.ts';

/** The page after the last step has this name in the address, so no step may. */
export const reviewSegment = 'review';

export type DefinitionProblem = {
  /** In dots, from the definition: `steps.2.branches.0.to`. */
  path: string;
  problem:
    | 'reserved-id'
    | 'duplicate-id'
    | 'duplicate-option'
    | 'unknown-step'
    | 'unknown-field'
    /** Nothing can be paid there. */
    | 'impossible-outcome'
    | 'unreachable'
    | 'too-deep'
    | 'empty-range'
    | 'unknown-country';
};

/** Empty when the workflow can be given to a customer. */
export const listDefinitionProblems = (definition: WorkflowDefinition): DefinitionProblem[] => {
  const reachable = listReachable(definition);
  const fields = new Set(definition.steps.flatMap(listFields).map(({ id }) => id));
  return definition.steps.flatMap((step, index) => [
    ...at(`steps.${index}`, listStepIdProblems(definition, step, index)),
    ...at(`steps.${index}`, listTargetProblems(definition, step)),
    ...at(`steps.${index}`, listBranchProblems(definition, step, fields)),
    ...at(`steps.${index}`, reachable.has(step.id) ? [] : [{ path: 'id', problem: 'unreachable' as const }]),
    ...listFields(step).flatMap((field, position) =>
      at(`steps.${index}.fields.${position}`, listFieldProblems(definition, field)),
    ),
  ]);
};

const at = (place: string, problems: readonly DefinitionProblem[]): DefinitionProblem[] =>
  problems.map(({ path, problem }) => ({ path: `${place}.${path}`, problem }));

function listStepIdProblems({ steps }: WorkflowDefinition, { id }: WorkflowStep, index: number): DefinitionProblem[] {
  if (id === reviewSegment) return [{ path: 'id', problem: 'reserved-id' }];
  const isSecond = steps.findIndex((step) => step.id === id) !== index;
  return isSecond ? [{ path: 'id', problem: 'duplicate-id' }] : [];
}

function listTargetProblems({ steps }: WorkflowDefinition, { branches, next }: WorkflowStep): DefinitionProblem[] {
  const isKnown = (target: string | null) => target === null || steps.some(({ id }) => id === target);
  const targets = [
    ...branches.map(({ to }, index) => ({ path: `branches.${index}.to`, target: to })),
    { path: 'next', target: next },
  ];
  return targets.filter(({ target }) => !isKnown(target)).map(({ path }) => ({ path, problem: 'unknown-step' }));
}

const listBranchProblems = (
  definition: WorkflowDefinition,
  { branches }: WorkflowStep,
  fields: ReadonlySet<string>,
): DefinitionProblem[] =>
  branches.flatMap(({ when }, index) => {
    const problem = findConditionProblem(definition, when, fields);
    return problem ? [{ path: `branches.${index}.when`, problem }] : [];
  });

function findConditionProblem(
  { steps }: WorkflowDefinition,
  condition: Condition,
  fields: ReadonlySet<string>,
): DefinitionProblem['problem'] | null {
  if (isTooDeep(condition)) return 'too-deep';
  if (!listConditionFields(condition).every((field) => fields.has(field))) return 'unknown-field';
  const isPossible = listConditionOutcomes(condition).every((asked) => {
    const step = steps.find(({ id }) => id === asked.step);
    return step && isTaskStep(step) && possibleOutcomes[step.kind].includes(asked.is);
  });
  return isPossible ? null : 'impossible-outcome';
}

function listFieldProblems({ steps }: WorkflowDefinition, field: FormField): DefinitionProblem[] {
  const isAlone = steps.flatMap(listFields).filter(({ id }) => id === field.id).length === 1;
  return [...(isAlone ? [] : [{ path: 'id', problem: 'duplicate-id' as const }]), ...findAnswersProblem(field)];
}

function findAnswersProblem(field: FormField): DefinitionProblem[] {
  switch (field.kind) {
    case 'number':
      return isEmptyRange(field.minimum, field.maximum) ? [{ path: 'maximum', problem: 'empty-range' }] : [];
    case 'date':
      return isEmptyRange(field.earliest, field.latest) ? [{ path: 'latest', problem: 'empty-range' }] : [];
    case 'money':
      return isEmptyRange(field.minimum, field.maximum) ? [{ path: 'maximum', problem: 'empty-range' }] : [];
    case 'choice':
      return listOptionProblems(field);
    case 'multiple-choice':
      return [...listOptionProblems(field), ...listCountProblems(field)];
    case 'phone':
    case 'address':
      return listCountryProblems(field);
    case 'file':
      return isEmptyRange(field.minFiles, field.maxFiles) ? [{ path: 'minFiles', problem: 'empty-range' }] : [];
    case 'text':
    case 'email':
    case 'yes-no':
      return [];
  }
}

type OfKind<Kind extends FormField['kind']> = Extract<FormField, { kind: Kind }>;

const listOptionProblems = ({ options }: OfKind<'choice' | 'multiple-choice'>): DefinitionProblem[] =>
  new Set(options.map(({ value }) => value)).size === options.length
    ? []
    : [{ path: 'options', problem: 'duplicate-option' }];

/** Nobody can choose more than there is. */
const listCountProblems = ({ options, minimum, maximum }: OfKind<'multiple-choice'>): DefinitionProblem[] =>
  isEmptyRange(minimum, Math.min(maximum ?? options.length, options.length))
    ? [{ path: 'minimum', problem: 'empty-range' }]
    : [];

const listCountryProblems = ({ country }: OfKind<'phone' | 'address'>): DefinitionProblem[] =>
  country === null || countries.includes(country) ? [] : [{ path: 'country', problem: 'unknown-country' }];

const isEmptyRange = <Value extends number | string>(from: Value | null, to: Value | null): boolean =>
  from !== null && to !== null && from > to;

/** Steps some answers could lead to: from the first one along every branch and `next`. */
function listReachable({ steps }: WorkflowDefinition): Set<string> {
  const reachable = new Set<string>();
  const waiting: (string | null | undefined)[] = [steps[0]?.id];
  while (waiting.length > 0) {
    const id = waiting.pop();
    const step = steps.find((candidate) => candidate.id === id);
    if (!step || reachable.has(step.id)) continue;
    reachable.add(step.id);
    waiting.push(step.next, ...step.branches.map(({ to }) => to));
  }
  return reachable;
}
