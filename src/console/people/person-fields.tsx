import { emailSchema } from '#contract/scalars.ts';
import { limits } from '#contract/limits.ts';
import type { Person } from '#contract/person.ts';
import { roles } from '#contract/rights.ts';
import type { Team } from '#console/people/people-queries.ts';
import { toggle } from '#console/shared/toggle.ts';
import { failureCode } from '#lib/api/failures.ts';
import type { TextId } from '#lib/i18n/message.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { Choice, ChoiceGroup } from '#ui/choice.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';

/** `team`: null while there is none to choose. */
export type Draft = Pick<Person, 'name' | 'email' | 'role' | 'otherTeams'> & { team: Team['id'] | null };

type Faults = Partial<Record<'name' | 'email' | 'team', TextId>>;

export const findFaults = ({ name, email, team }: Draft): Faults => ({
  ...(name.trim() === '' && { name: 'console-people.name-missing' }),
  ...(!emailSchema.safeParse(email.trim()).success && { email: 'console-people.email-wrong' }),
  ...(team === null && { team: 'console-people.team-missing' }),
});

export const isEmailTaken = (failure: unknown): boolean => failureCode(failure) === 'email-taken';

type PersonFieldsProps = {
  draft: Draft;
  teams: readonly Team[];
  faults: Faults;
  isEmailTaken: boolean;
  onChange: (changes: Partial<Draft>) => void;
};

export const PersonFields = ({ draft, teams, faults, isEmailTaken: isTaken, onChange }: PersonFieldsProps) => {
  const text = useText();
  const others = teams.filter(({ id }) => id !== draft.team);
  const emailFault = faults.email ?? (isTaken ? 'console.failure.email-taken' : undefined);
  return (
    <>
      <TextField
        label={text('console-people.name')}
        error={faults.name && text(faults.name)}
        autoComplete="off"
        maxLength={limits.nameLength}
        value={draft.name}
        onChange={({ target }) => onChange({ name: target.value })}
      />
      <TextField
        label={text('console-people.email')}
        hint={text('console-people.email-hint')}
        error={emailFault && text(emailFault)}
        type="email"
        inputMode="email"
        autoComplete="off"
        value={draft.email}
        onChange={({ target }) => onChange({ email: target.value })}
      />
      <ChoiceGroup label={text('console-people.role')}>
        {roles.map((role) => (
          <Choice
            key={role}
            type="radio"
            name="role"
            label={<Text id={`console-people.role-${role}`} />}
            hint={<Text id={`console-people.role-${role}-hint`} />}
            checked={draft.role === role}
            onChange={() => onChange({ role })}
          />
        ))}
      </ChoiceGroup>
      <SelectField
        label={text('console-people.team')}
        hint={text('console-people.team-hint')}
        error={faults.team && text(faults.team)}
        value={draft.team ?? ''}
        onChange={({ target }) => onChange({ team: teams.find(({ id }) => id === target.value)?.id ?? null })}
      >
        {teams.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      {others.length > 0 && (
        <ChoiceGroup label={text('console-people.other-teams')} hint={text('console-people.other-teams-hint')} optional>
          {others.map(({ id, name }) => (
            <Choice
              key={id}
              type="checkbox"
              label={name}
              checked={draft.otherTeams.includes(id)}
              onChange={() => onChange({ otherTeams: [...toggle(draft.otherTeams, id)] })}
            />
          ))}
        </ChoiceGroup>
      )}
    </>
  );
};
