import { useQuery } from '@tanstack/react-query';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { useSearchParams } from 'react-router';

import { resolveScope } from '#domain/rights.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { ConsolePage } from '#console/layout/console-page.tsx';
import { QueryView } from '#console/layout/query-view.tsx';
import { findPeople } from '#console/people/find-people.ts';
import { type Office, officeQuery } from '#console/people/people-queries.ts';
import { type Open, PersonDialogs } from '#console/people/person-dialogs.tsx';
import { PersonRow } from '#console/people/person-row.tsx';
import styles from '#console/people/people.module.css';
import { TeamsSection } from '#console/people/teams-section.tsx';
import rows from '#console/shared/rows.module.css';
import { Text, useText } from '#lib/i18n/text.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Icon } from '#ui/icon.tsx';
import { TextField } from '#ui/text-field.tsx';

/** Who works here and in which team; only administrators change it. */
export const PeoplePage = () => {
  const text = useText();
  const client = useConsole();
  const [open, setOpen] = useState<Open>(null);
  const query = useQuery(officeQuery(client));
  const mayChange = resolveScope(client.me, 'manage-people') !== null;
  const add = mayChange && (
    <Button variant="primary" icon={<Icon icon={Plus} />} onClick={() => setOpen({ kind: 'add' })}>
      <Text id="console-people.add" />
    </Button>
  );
  return (
    <ConsolePage
      title={text('console-people.title')}
      focusKey="people"
      lead={text(mayChange ? 'console-people.lead' : 'console-people.lead-looking')}
      actions={add}
    >
      <QueryView query={query}>
        {(office) => (
          <>
            <PeopleSection office={office} mayChange={mayChange} onOpen={setOpen} />
            <TeamsSection office={office} mayChange={mayChange} />
            <PersonDialogs open={open} teams={office.teams} onOpen={setOpen} />
          </>
        )}
      </QueryView>
    </ConsolePage>
  );
};

type PeopleSectionProps = { office: Office; mayChange: boolean; onOpen: (open: Open) => void };

const PeopleSection = ({ office, mayChange, onOpen }: PeopleSectionProps) => {
  const text = useText();
  const [params, setParams] = useSearchParams();
  const search = params.get('search') ?? '';
  const found = findPeople(office, search);
  return (
    <section className={rows['section']} aria-label={text('console-people.people')}>
      <div role="search" className={styles['search']}>
        <TextField
          label={text('console-people.search')}
          type="search"
          autoComplete="off"
          value={search}
          onChange={({ target: { value } }) => setParams(value === '' ? {} : { search: value }, { replace: true })}
        />
      </div>
      <p role="status" className={rows['muted']}>
        {office.people.length === 0 ? (
          <Text id="console-people.empty" />
        ) : (
          <Text id="console-people.found" values={{ count: found.length }} />
        )}
      </p>
      {found.length > 0 && (
        <Card padding="flush">
          <ul className={rows['rows']}>
            {found.map((person) => (
              <PersonRow key={person.id} person={person} teams={office.teams} mayChange={mayChange} onOpen={onOpen} />
            ))}
          </ul>
        </Card>
      )}
    </section>
  );
};
