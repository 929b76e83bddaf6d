import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';

import { Choice, ChoiceGroup } from '#ui/choice.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { TextField } from '#ui/text-field.tsx';
import { renderUi } from '#tests/ui/render-ui.tsx';

const form = (attempt: number, problems: { id: string; message: string }[]) => (
  <>
    <ErrorSummary attempt={attempt} problems={problems} />
    <TextField id="employer" label="Employer" />
    <ChoiceGroup id="kind" label="Kind">
      <Choice type="radio" name="kind" label="Full time" />
    </ChoiceGroup>
  </>
);

const problems = [
  { id: 'employer', message: 'Enter your employer' },
  { id: 'kind', message: 'Choose a kind' },
];

it('a customer who could not go on is told what to put right, and led there', async () => {
  const { user, show } = renderUi(form(0, []));
  expect(screen.queryByRole('alert', { name: /./ })).not.toBeInTheDocument();
  show(form(1, problems));
  const heading = screen.getByRole('heading', { name: '2 answers need another look' });
  expect(heading.parentElement).toHaveFocus();

  await user.click(screen.getByRole('link', { name: 'Enter your employer' }));
  expect(screen.getByRole('textbox', { name: 'Employer' })).toHaveFocus();
  expect(location.hash).toBe('');

  await user.click(screen.getByRole('link', { name: 'Choose a kind' }));
  expect(screen.getByRole('radio', { name: 'Full time' })).toHaveFocus();
});

it('a second try with problems left leads back to the summary', async () => {
  const { user, show } = renderUi(form(1, problems));
  await user.click(screen.getByRole('link', { name: 'Enter your employer' }));
  show(form(2, problems.slice(1)));
  expect(screen.getByRole('heading', { name: 'One answer needs another look' }).parentElement).toHaveFocus();
});
