import type { ReactNode } from 'react';

import type { Branding } from '#contract/entry.ts';
import { EntryPage } from '#room/entry/entry-page.tsx';
import { FailureDetails } from '#room/entry/failure-details.tsx';
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
export const BlockedPage = ({ code, requestId, title, lead, branding, children, actions }: Props) => (
  <EntryPage branding={branding} title={title}>
    <Screen heading={title} lead={lead} focusKey={`blocked-${code}`} actions={actions}>
      {children}
      <FailureDetails code={code} requestId={requestId ?? null} />
    </Screen>
  </EntryPage>
);
