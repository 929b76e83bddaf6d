import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';

import { sessionStateSchema } from '#contract/person.ts';
import { resolveScope } from '#domain/rights.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { peopleQuery, teamsQuery } from '#console/shared/office-queries.ts';
import type { Filters } from '#console/sessions/session-filters.ts';
import styles from '#console/sessions/session-list.module.css';
import { useText } from '#lib/i18n/text.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';

type ChoiceProps = { filters: Filters; onChange: (changes: Filters) => void };
type FilterFieldsProps = ChoiceProps & {
  /** What is being looked for, as far as it is typed; it is asked for when the typing pauses. */
  typed: string;
  onType: (text: string) => void;
};

export const FilterFields = ({ filters, onChange, typed, onType }: FilterFieldsProps) => {
  const text = useText();
  const { me } = useConsole();
  const seesColleagues = resolveScope(me, 'see-people') !== null;
  return (
    <div role="search" className={styles['filters']}>
      <SearchField filters={filters} onChange={onChange} typed={typed} onType={onType} />
      <SelectField
        label={text('console-sessions.state')}
        value={filters.state ?? ''}
        onChange={({ target }) => onChange({ state: target.value })}
      >
        <option value="">{text('console-sessions.state-all')}</option>
        {sessionStateSchema.options.map((state) => (
          <option key={state} value={state}>
            {text(`console-sessions.state-${state}`)}
          </option>
        ))}
      </SelectField>
      {seesColleagues && <ColleagueFields filters={filters} onChange={onChange} />}
    </div>
  );
};

/** Milliseconds without a key: then somebody waits for the answer. */
const pause = 250;

const SearchField = ({ filters, onChange, typed, onType }: FilterFieldsProps) => {
  const text = useText();
  const ask = useEffectEvent(() => {
    if (typed.trim() !== (filters.search ?? '')) onChange({ search: typed.trim() });
  });
  useEffect(() => {
    const timer = setTimeout(ask, pause);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <TextField
      label={text('console-sessions.search')}
      hint={text('console-sessions.search-hint')}
      type="search"
      autoComplete="off"
      enterKeyHint="search"
      maxLength={120}
      value={typed}
      onChange={({ target }) => onType(target.value)}
    />
  );
};

/** Where there is something to choose between. */
const ColleagueFields = ({ filters, onChange }: ChoiceProps) => {
  const text = useText();
  const client = useConsole();
  const { data: teams = [] } = useQuery(teamsQuery(client));
  const { data: people = [] } = useQuery(peopleQuery(client));
  return (
    <>
      {teams.length > 1 && (
        <SelectField
          label={text('console-sessions.team')}
          value={filters.team ?? ''}
          onChange={({ target }) => onChange({ team: target.value })}
        >
          <option value="">{text('console-sessions.team-all')}</option>
          {teams.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      {people.length > 1 && (
        <SelectField
          label={text('console-sessions.agent')}
          value={filters.agent ?? ''}
          onChange={({ target }) => onChange({ agent: target.value })}
        >
          <option value="">{text('console-sessions.agent-all')}</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
    </>
  );
};
