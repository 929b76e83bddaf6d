import { type SubmitEvent, useState } from 'react';

import type { Answers, FormField, WorkflowStep } from '#contract/workflow.ts';
import { findAnswer, findAnswerProblem, listFields } from '#domain/workflow-answers.ts';
import { useI18n } from '#lib/i18n/i18n-provider.tsx';
import { useOpenFiles } from '#room/workflow/answer-files.ts';
import { cutText, type Entered, toAnswer, toTexts, withAnswer } from '#room/workflow/answer-texts.ts';
import type { FieldProblem } from '#room/workflow/field-words.tsx';

type Problem = FieldProblem['problem'];
type Attempt = { count: number; problems: readonly FieldProblem[] };
type Shown = Readonly<Record<string, Problem>>;

type FormStep = {
  step: WorkflowStep;
  answers: Answers;
  onType: (answers: Answers) => void;
  /** Everything on this step is right. */
  onContinue: () => void;
  onRefuse: () => void;
};

/**
 * What stands in the fields, and what is wrong with it. Nobody is corrected while they type: problems come up with
 * Continue, and each leaves as soon as it is put right.
 */
export function useFormStep({ step, answers, onType, onContinue, onRefuse }: FormStep) {
  const { locale } = useI18n().state.speech;
  const findOpenFile = useOpenFiles();
  const [texts, setTexts] = useState(() => toTexts(step, answers, locale));
  const [attempt, setAttempt] = useState<Attempt>({ count: 0, problems: [] });
  const [shown, setShown] = useState<Shown>({});

  const type = (field: FormField, typed: Entered) => {
    const value = cutText(typed);
    const answer = toAnswer(field, value, locale);
    setTexts({ ...texts, [field.id]: value });
    if (shown[field.id]) setShown(withProblem(shown, field, findAnswerProblem(field, answer)));
    onType(withAnswer(answers, field, answer));
  };

  const findProblem = (field: FormField): Problem | null =>
    findOpenFile(field) ?? findAnswerProblem(field, findAnswer(answers, field.id));

  /** Note: files come and go by themselves, so what is wrong with them is looked up. */
  const findShown = (field: FormField): Problem | null => {
    const problem = shown[field.id] ?? null;
    return problem && field.kind === 'file' ? findProblem(field) : problem;
  };

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const problems = listFields(step).flatMap((field): FieldProblem[] => {
      const problem = isHalfTyped(form, field) ? 'not-a-date' : findProblem(field);
      return problem ? [{ field, problem }] : [];
    });
    setShown(Object.fromEntries(problems.map(({ field, problem }) => [field.id, problem])));
    if (problems.length === 0) {
      onContinue();
      return;
    }
    setAttempt({ count: attempt.count + 1, problems });
    onRefuse();
  };

  return { texts, attempt, findShown, type, submit };
}

function withProblem(shown: Shown, field: FormField, problem: Problem | null): Shown {
  const others = Object.entries(shown).filter(([id]) => id !== field.id);
  return Object.fromEntries(problem ? [...others, [field.id, problem]] : others);
}

/** A date without its year reads as empty; only the browser knows that something was typed. */
const isHalfTyped = (form: HTMLFormElement, field: FormField): boolean => {
  if (field.kind !== 'date') return false;
  const input = form.elements.namedItem(field.id);
  return input instanceof HTMLInputElement && input.validity.badInput;
};
