import type { AgentSession } from '#contract/agent-session.ts';
import styles from '#console/sessions/session-detail.module.css';
import { Text } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';
import { Badge } from '#ui/badge.tsx';
import { Card } from '#ui/card.tsx';

/** `now`: when all of it was so, in milliseconds. */
type SessionFactsProps = { session: AgentSession; now: number };

/** Who takes part and whether they are there, how they get in, whose session it is. */
export const SessionFacts = ({ session, now }: SessionFactsProps) => {
  const { state, startedAt, endedAt, agent, participants } = session;
  const { dateTime } = useFormat();
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
            <LinkState session={session} now={now} />
            <p className={styles['muted']}>
              <Text id={`console-session.channel-${resolveReach(session)}`} />
            </p>
          </dd>
        </div>
        <div>
          <dt>
            <Text id="console-sessions.agent" />
          </dt>
          <dd>{agent?.name ?? <Text id="console-sessions.agent-none" />}</dd>
        </div>
      </dl>
    </Card>
  );
};

/** How messages reach the customer now. */
const resolveReach = ({ channel, allows }: AgentSession) =>
  channel === 'sms' && !allows.textMessages ? 'off' : (channel ?? 'none');

/** Of the newest link: it is the one that works longest. */
const LinkState = ({ session: { links }, now }: SessionFactsProps) => {
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
