import { Link } from 'react-router';

import type { StartTerms } from '#console/new-session/to-start-input.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';
import { buttonLook } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';

type OpenSessionNoticeProps = { open: NonNullable<StartTerms['openSession']> };

/** Why no other session can be started now, and the way to the one that is open. */
export const OpenSessionNotice = ({ open: { id, customerName, startedAt } }: OpenSessionNoticeProps) => {
  const text = useText();
  const format = useFormat();
  return (
    <Notice
      tone="warning"
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
          id="console-new-session.open-session-words"
          values={{ name: customerName, when: format.dateTime(startedAt) }}
        />
      </span>
    </Notice>
  );
};
