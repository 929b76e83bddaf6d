import { describe, expect, it } from 'vitest';

import { addInteractionInputSchema } from '#contract/agent.ts';
import { fileIdSchema } from '#contract/ids.ts';
import { languageSchema } from '#contract/language.ts';
import { listDefinitionProblems } from '#domain/workflow-definition.ts';
import { createField } from '#console/shared/task/field-placing.ts';
import { createTask, rewordTask, type TaskDraft, taskKinds } from '#console/shared/task/task-draft.ts';
import { wordsIn } from '#console/shared/task/template-words.ts';
import { listTaskProblems, toInteraction } from '#console/shared/task/to-interaction.ts';

/** With what a template leaves to whoever uses it. */
function fill(task: TaskDraft): TaskDraft {
  switch (task.kind) {
    case 'agreement':
      return { ...task, document: { fileId: fileIdSchema.parse('file-1'), name: 'a.pdf', pages: 1 } };
    case 'payment':
      return { ...task, amount: '49,50' };
    case 'papers':
    case 'questions':
      return { ...task, lines: '  One \n\nTwo' };
    default:
      return task;
  }
}

const cases = languageSchema.options.flatMap((language) => taskKinds.map((kind) => ({ language, kind })));

describe('A built-in template', () => {
  it.each(cases)('for $kind, in $language, makes something that the backend takes', ({ language, kind }) => {
    const task = fill(createTask(kind, wordsIn(language)));
    expect(listTaskProblems(task)).toEqual([]);
    const input = addInteractionInputSchema.parse(toInteraction(task, wordsIn(language)));
    expect(input.title).toBe(wordsIn(language)(`templates.${kind}-title`));
    if (input.kind === 'workflow') expect(listDefinitionProblems(input.definition)).toEqual([]);
  });

  it.each(taskKinds)('for %s is put into the words of another language, and back', (kind) => {
    const [english, arabic] = [wordsIn('en'), wordsIn('ar')];
    const task = createTask(kind, english);
    const reworded = rewordTask(task, english, arabic);
    expect({ ...reworded, id: task.id }).toEqual({ ...createTask(kind, arabic), id: task.id });
    expect(rewordTask(reworded, arabic, english)).toEqual(task);
  });

  it('keeps what somebody typed, whatever the language', () => {
    const english = wordsIn('en');
    const field = createField('signature', { page: 0, label: english('templates.signature-label'), others: [] });
    const task: TaskDraft = { ...createTask('agreement', english), kind: 'agreement', document: null, fields: [] };
    const typed = { ...task, title: 'Your lease', fields: [field, { ...field, label: 'Sign for the keys' }] };
    expect(rewordTask(typed, english, wordsIn('pl'))).toMatchObject({
      title: 'Your lease',
      fields: [{ label: 'Twój podpis' }, { label: 'Sign for the keys' }],
    });
  });

  it('asks for papers and questions one a line, and says which field is not right', () => {
    const [papers] = ['papers' as const].map((kind) => createTask(kind, wordsIn('en')));
    if (papers?.kind !== 'papers') throw new Error('There are no papers.');
    const problemsOf = (lines: string) =>
      listTaskProblems({ ...papers, lines }).map(({ id, message }) => [id, message]);
    expect(problemsOf(' \n ')).toEqual([[`lines-${papers.id}`, 'console-task.lines-missing']]);
    expect(problemsOf('a'.repeat(161))).toEqual([[`lines-${papers.id}`, 'console-task.lines-too-long']]);
    expect(problemsOf(Array.from({ length: 51 }, () => 'a').join('\n'))).toEqual([
      [`lines-${papers.id}`, 'console-task.lines-too-long'],
    ]);
    expect(toInteraction({ ...papers, lines: ' Payslip \n\n Lease' }, wordsIn('en'))).toMatchObject({
      items: [{ title: 'Payslip' }, { title: 'Lease' }],
    });
  });
});

describe('A payment', () => {
  it.each([
    ['49', 'EUR', 4_900],
    ['49,5', 'EUR', 4_950],
    ['49.05', 'USD', 4_905],
    ['1200', 'JPY', 1_200],
    ['0', 'EUR', null],
    ['1.5', 'JPY', null],
    ['49.999', 'EUR', null],
    ['1,000.00', 'EUR', null],
    ['-5', 'EUR', null],
    ['', 'EUR', null],
  ])('of “%s” %s is %s in the smallest unit', (amount, currency, minorUnits) => {
    const task = createTask('payment', wordsIn('en'));
    if (task.kind !== 'payment') throw new Error('There is no payment.');
    const typed = { ...task, amount, currency };
    if (minorUnits === null) {
      expect(listTaskProblems(typed)).toEqual([{ id: `amount-${task.id}`, message: 'console-task.amount-wrong' }]);
    } else {
      expect(toInteraction(typed, wordsIn('en'))).toMatchObject({ amount: { minorUnits, currency } });
    }
  });

  it('needs a description', () => {
    const task = fill(createTask('payment', wordsIn('en')));
    if (task.kind !== 'payment') throw new Error('There is no payment.');
    expect(listTaskProblems({ ...task, purpose: ' ' })).toEqual([
      { id: `purpose-${task.id}`, message: 'console-task.purpose-missing' },
    ]);
  });
});
