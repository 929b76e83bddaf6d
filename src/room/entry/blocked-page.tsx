import type { ReactNode } from 'react';

import type { Branding } from '#contract/entry.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import styles from '#room/entry/blocked-page.module.css';
import { EntryPage } from '#room/entry/entry-page.tsx';
import { Screen } from '#ui/screen.tsx';

type Props = {
  /** Stable; shown behind "Details for support", never translated. */
  code: string;
  requestId?: string | null;
  title: string;
  lead: string;
  branding: Branding | null;
  children?: ReactNode;
  /** One clear way on. */
  actions?: ReactNode;
};

/** One page for everybody who cannot go on: what happened, what is safe, what to do. */
export const BlockedPage = ({ code, requestId, title, lead, branding, children, actions }: Props) => {
  const text = useText();
  return (
    <EntryPage branding={branding} title={title}>
      <Screen heading={title} lead={lead} focusKey={`blocked-${code}`} actions={actions}>
        {children}
        <details className={styles['details']}>
          <summary>
            <Text id="entry.details" />
          </summary>
          <dl>
            <dt>{text('entry.details.code')}</dt>
            <dd>{code}</dd>
            {requestId ? (
              <>
                <dt>{text('entry.details.request')}</dt>
                <dd>{requestId}</dd>
              </>
            ) : null}
          </dl>
        </details>
      </Screen>
    </EntryPage>
  );
};
