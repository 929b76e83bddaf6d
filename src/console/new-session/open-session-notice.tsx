import { Link } from 'react-router';

import type { StartTerms } from '#console/new-session/to-start-input.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';
import { buttonLook } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';

type OpenSessionNoticeProps = { open: NonNullable<StartTerms['openSession']>; isContinued: boolean };

/** Why no other session can be started now, and the way to the one that is open; or that it is the one that goes on. */
export const OpenSessionNotice = ({ open, isContinued }: OpenSessionNoticeProps) => {
  const text = useText();
  const format = useFormat();
  const { id, customerName, startedAt, continuedFor } = open;
  const values = { name: customerName, when: format.dateTime(startedAt) };
  return (
    <Notice
      tone={isContinued ? 'info' : 'warning'}
      label={text('console-new-session.open-session')}
      title={<Text id="console-new-session.open-session" />}
      actions={
        <Link {...buttonLook()} to={`/sessions/${id}`}>
          <Text id="console-new-session.go-to-open" />
        </Link>
      }
    >
      <span id="open-session">
        <Text
          id={isContinued ? 'console-new-session.open-session-continues' : 'console-new-session.open-session-words'}
          values={values}
        />
        {continuedFor && !isContinued && (
          <>
            {' '}
            <Text id="console-new-session.open-session-same" values={values} />
          </>
        )}
      </span>
    </Notice>
  );
};
