import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import type { AgentSession, SessionTrail as Trail } from '#contract/agent-session.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { QueryView } from '#console/layout/query-view.tsx';
import styles from '#console/sessions/session-detail.module.css';
import { trailQuery } from '#console/sessions/session-detail-query.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';

/** Everything that happened, for those who want to know. */
export const SessionTrail = ({ session }: { session: AgentSession }) => {
  const text = useText();
  const [isShown, setIsShown] = useState(false);
  return (
    <section className={styles['part']} aria-label={text('console-session.trail')}>
      <h2>
        <Text id="console-session.trail" />
      </h2>
      {isShown ? (
        <Entries session={session} />
      ) : (
        <div>
          <Button onClick={() => setIsShown(true)}>
            <Text id="console-session.trail-show" />
          </Button>
        </div>
      )}
    </section>
  );
};

const Entries = ({ session }: { session: AgentSession }) => {
  const text = useText();
  const query = useQuery(trailQuery(useConsole(), session.sessionId));
  const titles = new Map(session.interactions.map(({ id, title }) => [id, title]));
  return (
    <QueryView query={query}>
      {({ entries, isIntact }) => (
        <>
          <Notice
            tone={isIntact ? 'success' : 'danger'}
            label={text('console-session.trail-check')}
            actions={
              <Button busy={query.isFetching} onClick={() => void query.refetch()}>
                <Text id="console-session.trail-again" />
              </Button>
            }
          >
            <Text id={isIntact ? 'console-session.trail-intact' : 'console-session.trail-broken'} />
          </Notice>
          <Card>
            <ol className={styles['entries']}>
              {entries.map((entry) => (
                <Entry
                  key={entry.seq}
                  entry={entry}
                  title={(entry.interaction && titles.get(entry.interaction)) ?? null}
                />
              ))}
            </ol>
          </Card>
        </>
      )}
    </QueryView>
  );
};

const Entry = ({ entry, title }: { entry: Trail['entries'][number]; title: string | null }) => {
  const { exactTime } = useFormat();
  const { at, actor, reason, to, attached } = entry;
  // Note: what chooses between words may have no hyphens.
  const kind = entry.kind.replaceAll('-', '_');
  return (
    <li>
      <span className={styles['muted']}>{exactTime(at)}</span>
      <span>
        <Text id="console-session.trail-entry" values={{ who: actor.name, kind }} />
        {title !== null && ` · ${title}`}
        {to !== null && ` · ${to}`}
        {attached.map((name) => ` · ${name}`)}
        {reason !== null && reason !== '' && ` · ${reason}`}
      </span>
    </li>
  );
};
