import { Link } from 'react-router';
import type * as z from 'zod/mini';

import type { listedSessionSchema } from '#contract/person.ts';
import styles from '#console/sessions/session-list.module.css';
import rows from '#console/shared/rows.module.css';
import { Text } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';
import { Badge, type Tone } from '#ui/badge.tsx';

export type ListedSession = z.infer<typeof listedSessionSchema>;

const tones: Readonly<Record<ListedSession['state'], Tone>> = { planned: 'warning', open: 'info', ended: 'neutral' };

export const SessionRow = ({ session }: { session: ListedSession }) => {
  const { id, customer, channel, agent, state, interactions } = session;
  const format = useFormat();
  const contact = channel === 'sms' ? customer.phone : customer.email;
  return (
    <li className={rows['row']}>
      <div className={rows['who']}>
        <Link className={rows['opener']} to={`/sessions/${id}`}>
          <bdi>{customer.name}</bdi>
        </Link>
        <p className={rows['muted']}>{contact ?? <Text id="console-sessions.no-contact" />}</p>
      </div>
      <p className={styles['progress']}>
        <Text id="console-sessions.progress" values={interactions} />
      </p>
      <div className={rows['when']}>
        <Badge tone={tones[state]}>
          <Text id={`console-sessions.state-${state}`} />
        </Badge>
        <p className={rows['muted']}>
          <Text
            id={`console-sessions.since-${state}`}
            values={{ when: format.dateTime(session.endedAt ?? session.startedAt) }}
          />
        </p>
        <p className={rows['muted']}>{agent?.name ?? <Text id="console-sessions.agent-none" />}</p>
      </div>
    </li>
  );
};
