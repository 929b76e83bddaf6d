import type { AgentSession } from '#contract/agent-session.ts';
import { mayDo } from '#domain/rights.ts';
import { useConsole } from '#console/client/console-client.tsx';
import type { Open } from '#console/sessions/session-dialogs.tsx';
import styles from '#console/sessions/session-detail.module.css';
import { useClock } from '#console/sessions/use-clock.ts';
import { Text } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';

type SessionFactsProps = { session: AgentSession; onOpen: (open: Open) => void };

/** Who takes part and whether they are there, how they get in, whose session it is. */
export const SessionFacts = ({ session, onOpen }: SessionFactsProps) => {
  const { me } = useConsole();
  const { state, startedAt, endedAt, agent, team, participants } = session;
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
            <Text id="console-session.people" />
          </dt>
          {participants.map(({ name, email, phone, isThere }, index) => (
            <dd key={index}>
              <bdi>{name}</bdi>{' '}
              <Badge tone={isThere ? 'success' : 'neutral'}>
                <Text id={isThere ? 'console-session.there' : 'console-session.away'} />
              </Badge>
              {[email, phone].map(
                (address) =>
                  address !== null && (
                    <p key={address} className={styles['muted']}>
                      {address}
                    </p>
                  ),
              )}
            </dd>
          ))}
        </div>
        <div>
          <dt>
            <Text id="console-session.link" />
          </dt>
          <dd>
            <LinkState session={session} />
            <p className={styles['muted']}>
              <Text id={`console-session.channel-${resolveReach(session)}`} />
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

/** How messages reach the customer now. */
const resolveReach = ({ channel, allows }: AgentSession) =>
  channel === 'sms' && !allows.textMessages ? 'off' : (channel ?? 'none');

/** Of the newest link: it is the one that works longest. */
const LinkState = ({ session: { links } }: Pick<SessionFactsProps, 'session'>) => {
  const now = useClock();
  const { dateTime } = useFormat();
  const newest = links.at(-1);
  if (!newest) return <Text id="console-session.link-none" />;
  const { revokedAt, expiresAt } = newest;
  if (revokedAt !== null) return <Text id="console-session.link-revoked" values={{ when: dateTime(revokedAt) }} />;
  const isOver = Date.parse(expiresAt) <= now;
  return (
    <Text
      id={isOver ? 'console-session.link-expired' : 'console-session.link-works'}
      values={{ when: dateTime(expiresAt) }}
    />
  );
};
