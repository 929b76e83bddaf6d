import type { ReactNode } from 'react';

import type { AgentActivity } from '#contract/entry.ts';
import { Text } from '#lib/i18n/text.tsx';
import { useAgentActivity, useSession } from '#lib/session-client/session-data.ts';
import styles from '#room/collaboration/people.module.css';

/** Who takes part, and whether the business's person is there. */
export const People = () => {
  const { agentName, participants, you } = useSession();
  const activity = useAgentActivity();
  return (
    <section className={styles['people']} aria-labelledby="people-title">
      <h2 id="people-title">
        <Text id="room.people.title" />
      </h2>
      <ul className={styles['list']}>
        {agentName !== null && (
          <Person name={agentName}>
            <Text id="room.people.agent" />
            <Presence activity={activity} />
          </Person>
        )}
        {participants.map(({ id, name }) => (
          <Person key={id} name={name}>
            <Text id={id === you ? 'room.people.you' : 'room.people.invited'} />
          </Person>
        ))}
      </ul>
    </section>
  );
};

const Person = ({ name, children }: { name: string; children: ReactNode }) => (
  <li className={styles['person']}>
    <span className={styles['initials']} aria-hidden>
      {toInitials(name)}
    </span>
    <span className={styles['words']}>
      <bdi className={styles['name']}>{name}</bdi>
      <span className={styles['role']}>{children}</span>
    </span>
  </li>
);

/** A dot and a word; nothing where it is not known. */
export const Presence = ({ activity }: { activity: AgentActivity }) =>
  activity === 'unknown' ? null : (
    <span className={styles['presence']} data-activity={activity}>
      <Text id={`room.people.${activity}`} />
    </span>
  );

/** First letters of the first and the last word, whole characters of any script. */
function toInitials(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase();
}
