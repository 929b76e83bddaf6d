import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';

import { Checkbox, Choice, ChoiceGroup } from '#ui/choice.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { renderUi } from '#tests/ui/render-ui.tsx';

it('a field says its name, what helps, and what is wrong', () => {
  const { show } = renderUi(<TextField label="Employer" hint="As on your payslip" />);
  const field = screen.getByRole('textbox', { name: 'Employer' });
  expect(field).toHaveAccessibleDescription('As on your payslip');
  expect(field).toBeValid();
  show(<TextField label="Employer" hint="As on your payslip" error="Enter your employer" />);
  expect(field).toHaveAccessibleDescription('As on your payslip Enter your employer');
  expect(field).toBeInvalid();
});

it('a field that may stay empty says so', () => {
  renderUi(<TextField label="Note" optional />);
  expect(screen.getByRole('textbox', { name: 'Note optional' })).toBeVisible();
});

it('an empty error is no error', () => {
  renderUi(<TextField label="Employer" error="" hint={undefined} />);
  expect(screen.getByRole('textbox')).not.toHaveAttribute('aria-describedby');
});

it('a field hands over what a form library needs', async () => {
  const changed = vi.fn<(value: string) => void>();
  const reference = vi.fn<(element: HTMLInputElement | null) => void>();
  const { user } = renderUi(
    <TextField label="Name" name="name" ref={reference} onChange={(event) => changed(event.target.value)} />,
  );
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Jo');
  expect(changed).toHaveBeenLastCalledWith('Jo');
  expect(reference).toHaveBeenCalledWith(screen.getByRole('textbox'));
});

it('a long answer counts down near its end, cuts nothing off, and says how much is too much', async () => {
  const { user } = renderUi(<TextArea label="Reason" limit={10} />);
  const field = screen.getByRole('textbox', { name: 'Reason' });
  await user.type(field, 'seven..');
  expect(screen.queryByText(/left/)).not.toBeInTheDocument();
  await user.type(field, '89');
  expect(screen.getByText('1 character left')).toBeVisible();
  await user.type(field, 'and more');
  expect(screen.getByText('7 characters too many')).toBeVisible();
  expect(field).toHaveValue('seven..89and more');
});

it('one of several is chosen by pressing its row', async () => {
  const { user } = renderUi(
    <ChoiceGroup label="How are you employed?" error="Choose one">
      <Choice type="radio" name="kind" label="Full time" />
      <Choice type="radio" name="kind" label="Part time" hint="Less than 30 hours" />
    </ChoiceGroup>,
  );
  expect(screen.getByRole('group', { name: 'How are you employed?' })).toHaveAccessibleDescription('Choose one');
  await user.click(screen.getByText('Part time'));
  const chosen = screen.getByRole('radio', { name: 'Part time' });
  expect(chosen).toBeChecked();
  expect(chosen).toHaveAccessibleDescription('Less than 30 hours');
});

it('a box that must be ticked says what is wrong', async () => {
  const { user } = renderUi(<Checkbox label="I agree" error="Tick the box to go on" />);
  const box = screen.getByRole('checkbox', { name: 'I agree' });
  expect(box).toBeInvalid();
  expect(box).toHaveAccessibleDescription('Tick the box to go on');
  await user.click(box);
  expect(box).toBeChecked();
});

it('one of many is picked from a list', async () => {
  const { user } = renderUi(
    <SelectField label="Country" defaultValue="pl">
      <option value="pl">Poland</option>
      <option value="de">Germany</option>
    </SelectField>,
  );
  await user.selectOptions(screen.getByRole('combobox', { name: 'Country' }), 'Germany');
  expect(screen.getByRole('combobox')).toHaveDisplayValue('Germany');
});
