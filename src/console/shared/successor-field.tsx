import { useQuery, type UseQueryResult } from '@tanstack/react-query';

import type { AgentId, TeamId } from '#contract/ids.ts';
import type { Person } from '#contract/person.ts';
import { canTakeOver } from '#domain/rights.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { QueryView } from '#console/layout/query-view.tsx';
import { peopleQuery } from '#console/shared/office-queries.ts';
import { failureCode } from '#lib/api/failures.ts';
import type { TextId } from '#lib/i18n/message.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { SelectField } from '#ui/select-field.tsx';

type Handed = {
  /** Whose settings the sessions have. */
  teams: readonly TeamId[];
  /** Whose they are now. */
  from: AgentId | null;
};

/** Who could go on with sessions: those who could start one with the same settings. */
export const useSuccessors = ({ teams, from }: Handed): UseQueryResult<Person[]> =>
  useQuery({
    ...peopleQuery(useConsole()),
    select: (people) =>
      people.filter((person) => person.id !== from && teams.every((team) => canTakeOver(person, team))),
  });

type SuccessorFieldProps = {
  successors: UseQueryResult<Person[]>;
  value: AgentId | null;
  onChange: (agent: AgentId | null) => void;
  error: TextId | null;
};

/** Who goes on with them. */
export const SuccessorField = ({ successors, value, onChange, error }: SuccessorFieldProps) => {
  const text = useText();
  return (
    <QueryView query={successors}>
      {(able) =>
        able.length === 0 ? (
          <p>
            <Text id="console.successor-none" />
          </p>
        ) : (
          <SelectField
            label={text('console.successor')}
            error={error && text(error)}
            value={value ?? ''}
            onChange={({ target }) => onChange(able.find(({ id }) => id === target.value)?.id ?? null)}
          >
            <option value="">{text('console.successor-choose')}</option>
            {able.map(({ id, name, email }) => (
              <option key={id} value={id}>
                {name} ({email})
              </option>
            ))}
          </SelectField>
        )
      }
    </QueryView>
  );
};

/** What the field says of a failure; null: it is not about who was chosen. */
export function findSuccessorFault(failure: unknown): TextId | null {
  switch (failureCode(failure)) {
    case 'invalid-input':
      return 'console.successor-unable';
    case 'active-session-exists':
      return 'console.successor-busy';
    default:
      return null;
  }
}
