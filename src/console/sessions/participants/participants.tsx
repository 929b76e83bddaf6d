import type { AgentSession } from '#contract/agent-session.ts';
import { LinkState } from '#console/sessions/participants/link-state.tsx';
import {
  findNewestLink,
  listOpenTasks,
  type Participant,
  resolveReach,
} from '#console/sessions/participants/participant.ts';
import { ParticipantSteps } from '#console/sessions/participants/participant-steps.tsx';
import styles from '#console/sessions/session-detail.module.css';
import type { Open } from '#console/sessions/session-dialogs.tsx';
import rows from '#console/shared/rows.module.css';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';

type ParticipantsProps = { session: AgentSession; maySteer: boolean; onOpen: (open: Open) => void };

/** Everybody in the session: whether they are there, how they get in, and what is left for each to do. */
export const Participants = ({ session, maySteer, onOpen }: ParticipantsProps) => {
  const text = useText();
  return (
    <section className={styles['part']} aria-label={text('console-session.participants')}>
      <div className={styles['heading']}>
        <h2>
          <Text id="console-session.participants" />
        </h2>
        {maySteer && session.state === 'open' && (
          <Button onClick={() => onOpen({ kind: 'invite', forTask: null })}>
            <Text id="console-session.invite" />
          </Button>
        )}
      </div>
      <Card padding="flush">
        <ul className={rows['rows']}>
          {session.participants.map((participant) => (
            <li key={participant.id} className={styles['participant']}>
              <ParticipantHead participant={participant} />
              <ParticipantFacts session={session} participant={participant} />
              {maySteer && <ParticipantSteps session={session} participant={participant} onOpen={onOpen} />}
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
};

const ParticipantHead = ({ participant: { name, number, isThere } }: { participant: Participant }) => (
  <div className={styles['who']}>
    <h3>
      <bdi>{name}</bdi>
    </h3>
    <span className={styles['muted']}>
      <Text id={number === 1 ? 'console-session.role-customer' : 'console-session.role-invited'} />
    </span>
    <Badge tone={isThere ? 'success' : 'neutral'}>
      <Text id={isThere ? 'console-session.there' : 'console-session.away'} />
    </Badge>
  </div>
);

/** Note: where it takes two lines, the second is the domain and not its last letter. */
const EmailWords = ({ email }: { email: string }) => {
  const at = email.lastIndexOf('@');
  return (
    <p>
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </p>
  );
};

type FactsProps = { session: AgentSession; participant: Participant };

const ParticipantFacts = ({ session, participant }: FactsProps) => (
  <dl className={styles['facts']}>
    <div>
      <dt>
        <Text id="console-session.contact" />
      </dt>
      <dd>
        {participant.email !== null && <EmailWords email={participant.email} />}
        {participant.phone !== null && <p>{participant.phone}</p>}
        <p className={styles['muted']}>
          <Text id={`console-session.channel-${resolveReach(session, participant)}`} />
        </p>
      </dd>
    </div>
    <div>
      <dt>
        <Text id="console-session.link" />
      </dt>
      <dd>
        <LinkState link={findNewestLink(session, participant)} />
        <LastMessage message={participant.lastMessage} />
      </dd>
    </div>
    <div>
      <dt>
        <Text id="console-session.to-do" />
      </dt>
      <dd>
        <Text id="console-session.open-tasks" values={{ count: listOpenTasks(session, participant).length }} />
      </dd>
    </div>
  </dl>
);

const LastMessage = ({ message }: { message: Participant['lastMessage'] }) => {
  const { dateTime } = useFormat();
  if (!message) return;
  const { kind, state, createdAt } = message;
  // Note: what chooses between words may have no hyphens.
  const values = { kind: kind.replaceAll('-', '_'), state, when: dateTime(createdAt) };
  if (state === 'dead')
    return (
      <p>
        <Badge tone="danger">
          <Text id="console-session.last-message" values={values} />
        </Badge>
      </p>
    );
  return (
    <p className={styles['muted']}>
      <Text id="console-session.last-message" values={values} />
    </p>
  );
};
