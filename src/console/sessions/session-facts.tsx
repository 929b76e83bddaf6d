import type { AgentSession } from '#contract/agent-session.ts';
import { mayDo } from '#domain/rights.ts';
import { useConsole } from '#console/client/console-client.tsx';
import type { Open } from '#console/sessions/session-dialogs.tsx';
import styles from '#console/sessions/session-detail.module.css';
import { Text } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';

type SessionFactsProps = { session: AgentSession; onOpen: (open: Open) => void };

/** How far the session is, and whose it is. */
export const SessionFacts = ({ session, onOpen }: SessionFactsProps) => {
  const { me } = useConsole();
  const { state, startedAt, endedAt, agent, team } = session;
  const { dateTime } = useFormat();
  const mayReassign = mayDo(me, 'reassign-session', { agent: agent?.id ?? null, team });
  return (
    <Card>
      <dl className={styles['facts']}>
        <div>
          <dt>
            <Text id="console-session.state" />
          </dt>
          <dd>
            <Badge tone={state === 'open' ? 'info' : 'neutral'}>
              <Text id={`console-sessions.state-${state}`} />
            </Badge>
            <p className={styles['muted']}>
              <Text id={`console-sessions.since-${state}`} values={{ when: dateTime(endedAt ?? startedAt) }} />
            </p>
          </dd>
        </div>
        <div>
          <dt>
            <Text id="console-sessions.agent" />
          </dt>
          <dd>
            {agent ? <bdi>{agent.name}</bdi> : <Text id="console-sessions.agent-none" />}
            {mayReassign && (
              <p className={styles['steps']}>
                <Button variant="quiet" onClick={() => onOpen({ kind: 'reassign' })}>
                  <Text id="console-session.reassign" />
                </Button>
              </p>
            )}
          </dd>
        </div>
      </dl>
    </Card>
  );
};
