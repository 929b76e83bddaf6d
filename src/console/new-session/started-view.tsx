import { Link } from 'react-router';

import { ConsolePage } from '#console/layout/console-page.tsx';
import { CustomerUrl } from '#console/new-session/customer-url.tsx';
import type { Started } from '#console/new-session/started.ts';
import { StartPlannedButton } from '#console/new-session/start-planned-button.tsx';
import styles from '#console/new-session/new-session.module.css';
import type { TextId } from '#lib/i18n/message.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { Button, buttonLook } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';

type StartedViewProps = { started: Started; onStarted: (started: Started) => void; startAnother: () => void };

type Outcome = 'planned' | 'continued' | 'new';
const titles: Readonly<Record<Outcome, TextId>> = {
  planned: 'console-new-session.was-planned',
  continued: 'console-new-session.was-continued',
  new: 'console-new-session.was-started',
};
const meanings: Readonly<Record<Outcome, TextId>> = {
  planned: 'console-new-session.planned-means',
  continued: 'console-new-session.continued-means',
  new: 'console-new-session.started-means',
};

/** What came of it, whether the customer was told, and where to go from here. */
export const StartedView = ({ started: { session, input, isInvited }, onStarted, startAnother }: StartedViewProps) => {
  const text = useText();
  const outcome: Outcome = input.when === 'planned' ? 'planned' : session.engagement;
  const { name, email, phone } = input.customer;
  const to = input.channel === 'sms' ? phone : email;
  return (
    <ConsolePage title={text(titles[outcome], { name })} focusKey={session.sessionId}>
      <Notice tone="success" label={text(titles[outcome], { name })}>
        <Text id={meanings[outcome]} />{' '}
        {outcome !== 'planned' && isInvited && <Text id="console-new-session.invited" values={{ to: to ?? '' }} />}
        {outcome !== 'planned' && !isInvited && <Text id="console-new-session.not-invited" />}
      </Notice>
      {outcome === 'planned' && (
        <StartPlannedButton
          sessionId={session.sessionId}
          onStarted={(now) => onStarted({ session: now, input: { ...input, when: 'now' }, isInvited })}
        />
      )}
      {session.url !== null && <CustomerUrl url={session.url} />}
      <div className={styles['submit']}>
        <Link {...buttonLook(outcome === 'planned' ? 'secondary' : 'primary')} to={`/sessions/${session.sessionId}`}>
          <Text id="console-new-session.go-to-session" />
        </Link>
        <Button onClick={startAnother}>
          <Text id="console-new-session.another" />
        </Button>
      </div>
    </ConsolePage>
  );
};
