import { useInfiniteQuery } from '@tanstack/react-query';
import Plus from 'lucide-react/icons/plus';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';

import { resolveScope } from '#domain/rights.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { ConsolePage } from '#console/layout/console-page.tsx';
import { QueryView } from '#console/layout/query-view.tsx';
import { FilterFields } from '#console/sessions/filter-fields.tsx';
import { useFilters } from '#console/sessions/session-filters.ts';
import { sessionListQuery } from '#console/sessions/session-list-query.ts';
import { type ListedSession, SessionRow } from '#console/sessions/session-row.tsx';
import rows from '#console/shared/rows.module.css';
import { Text, useText } from '#lib/i18n/text.tsx';
import { Button, ButtonFace, buttonLook } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Icon } from '#ui/icon.tsx';

/** Every session that this person may see, newest first. */
export const SessionList = () => {
  const text = useText();
  const client = useConsole();
  const { filters, change, clear } = useFilters();
  const [typed, setTyped] = useState(filters.search ?? '');
  const query = useInfiniteQuery(sessionListQuery(client, filters));
  const showAll = () => {
    clear();
    setTyped('');
  };
  const isFiltered = Object.keys(filters).length > 0;
  const more = query.hasNextPage && (
    <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
      <Text id="console-sessions.more" />
    </Button>
  );
  return (
    <ConsolePage
      title={text('console-sessions.title')}
      focusKey="sessions"
      actions={
        resolveScope(client.me, 'start-session') !== null && (
          <Link {...buttonLook('primary')} to="/new-session">
            <ButtonFace icon={<Icon icon={Plus} />}>
              <Text id="console.nav-new-session" />
            </ButtonFace>
          </Link>
        )
      }
    >
      <FilterFields filters={filters} onChange={change} typed={typed} onType={setTyped} />
      <QueryView query={query}>
        {({ pages }) => {
          const sessions = pages.flatMap((page) => page.sessions);
          if (sessions.length === 0) return <NoSessions isFiltered={isFiltered} onClear={showAll} />;
          return <Sessions sessions={sessions} more={more} />;
        }}
      </QueryView>
    </ConsolePage>
  );
};

const Sessions = ({ sessions, more }: { sessions: readonly ListedSession[]; more: ReactNode }) => {
  const text = useText();
  const count = sessions.length;
  return (
    <section className={rows['section']} aria-label={text('console-sessions.list')}>
      <p role="status" className={rows['muted']}>
        <Text id={more ? 'console-sessions.found-more' : 'console-sessions.found'} values={{ count }} />
      </p>
      <Card padding="flush">
        <ul className={rows['rows']} data-columns="three">
          {sessions.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </ul>
      </Card>
      {more}
    </section>
  );
};

const NoSessions = ({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) => (
  <Card>
    <div className={rows['section']}>
      <p role="status">
        <Text id={isFiltered ? 'console-sessions.none-found' : 'console-sessions.empty'} />
      </p>
      {isFiltered && (
        <Button onClick={onClear}>
          <Text id="console-sessions.clear" />
        </Button>
      )}
    </div>
  </Card>
);
