import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import { listSessions } from '#contract/endpoints/people.ts';
import type { Person } from '#contract/person.ts';
import { type ConsoleClient, useConsole } from '#console/client/console-client.tsx';
import { QueryView } from '#console/layout/query-view.tsx';
import styles from '#console/people/people.module.css';
import { officeKey } from '#console/shared/office-queries.ts';
import { Text } from '#lib/i18n/text.tsx';

/** Sessions of somebody that are not over; of many the newest, and the others once those are another's. */
export const heldSessionsQuery = ({ ask }: Pick<ConsoleClient, 'ask'>, { id }: Person) =>
  queryOptions({
    queryKey: [...officeKey, 'sessions', id],
    queryFn: async ({ signal }) => {
      const pages = await Promise.all(
        ['open', 'planned'].map((state) => ask(listSessions, null, { query: { agent: id, state }, signal })),
      );
      return pages.flatMap(({ sessions }) => sessions);
    },
  });

/** What somebody has in hand, by whom it is for. */
export const HeldSessions = ({ person }: { person: Person }) => {
  const query = useQuery(heldSessionsQuery(useConsole(), person));
  return (
    <QueryView query={query}>
      {(sessions) => (
        <div className={styles['held']}>
          <p>
            <Text id="console-people.held" values={{ name: person.name, count: sessions.length }} />
          </p>
          {sessions.length > 0 && (
            <ul>
              {sessions.map(({ id, customer }) => (
                <li key={id}>
                  <Link to={`/sessions/${id}`}>
                    <bdi>{customer.name}</bdi>
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </QueryView>
  );
};
