import { useState } from 'react';
import { Link, useParams } from 'react-router';

import type { AgentSession } from '#contract/agent-session.ts';
import { mayDo } from '#domain/rights.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { ConsolePage } from '#console/layout/console-page.tsx';
import { QueryView } from '#console/layout/query-view.tsx';
import { FeedStatus } from '#console/sessions/feed-status.tsx';
import { Participants } from '#console/sessions/participants/participants.tsx';
import { SessionActions } from '#console/sessions/session-actions.tsx';
import { SessionChat } from '#console/sessions/session-chat.tsx';
import styles from '#console/sessions/session-detail.module.css';
import { SessionDialogs, type Open } from '#console/sessions/session-dialogs.tsx';
import { SessionFacts } from '#console/sessions/session-facts.tsx';
import { SessionTasks } from '#console/sessions/session-tasks.tsx';
import { SessionTrail } from '#console/sessions/session-trail.tsx';
import { useLiveSession } from '#console/sessions/use-live-session.ts';
import type { FeedState } from '#lib/live-feed/create-live-feed.ts';
import { Text, useText } from '#lib/i18n/text.tsx';

/** Everything about one session, as it is now, and what may be done about it. */
export const SessionDetail = () => {
  const { sessionId = '' } = useParams();
  const text = useText();
  const { query, state, typing } = useLiveSession(sessionId);
  return (
    <QueryView query={query}>
      {(session) => (
        <Session
          key={sessionId}
          session={session}
          live={{ state, typing }}
          name={session.participants[0]?.name ?? text('console-session.title')}
        />
      )}
    </QueryView>
  );
};

type SessionProps = { session: AgentSession; live: { state: FeedState; typing: string | null }; name: string };

const Session = ({ session, live, name }: SessionProps) => {
  const { me } = useConsole();
  const [open, setOpen] = useState<Open>(null);
  const maySteer = mayDo(me, 'steer-session', { agent: session.agent?.id ?? null, team: session.team });
  return (
    <ConsolePage
      title={name}
      focusKey={`session-${session.sessionId}`}
      lead={
        <span className={styles['ways']}>
          <Link to="/sessions">
            <Text id="console-session.back" />
          </Link>
          <Link to={`/applies/sessions/${session.sessionId}`}>
            <Text id="console-session.applies" />
          </Link>
          <Link to={`/outbox?session=${session.sessionId}`}>
            <Text id="console-session.outbox" />
          </Link>
          <FeedStatus state={live.state} />
        </span>
      }
      actions={maySteer && <SessionActions session={session} onOpen={setOpen} />}
    >
      <SessionFacts session={session} onOpen={setOpen} />
      <Participants session={session} maySteer={maySteer} onOpen={setOpen} />
      <div className={styles['columns']}>
        <SessionTasks session={session} isOpen={maySteer && session.state !== 'ended'} onOpen={setOpen} />
        <SessionChat session={session} maySteer={maySteer} typing={live.typing} />
      </div>
      <SessionTrail session={session} />
      <SessionDialogs session={session} open={open} onOpen={setOpen} />
    </ConsolePage>
  );
};
