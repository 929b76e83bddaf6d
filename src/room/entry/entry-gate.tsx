import type { ReactNode } from 'react';
import { useQuery, type UseQueryOptions } from '@tanstack/react-query';

import { Text, useText } from '#lib/i18n/text.tsx';
import type { EntryAnswer } from '#lib/session-client/entry-query.ts';
import { BlockedPage } from '#room/entry/blocked-page.tsx';
import { ConsentPage } from '#room/entry/consent-page.tsx';
import { EntryPage } from '#room/entry/entry-page.tsx';
import { FailedEntryPage } from '#room/entry/failed-entry-page.tsx';
import { LinkExpiredPage } from '#room/entry/link-expired-page.tsx';
import { ScreenSkeleton } from '#ui/screen.tsx';

type Props = {
  query: Pick<UseQueryOptions<EntryAnswer>, 'queryKey' | 'queryFn'>;
  /** What is inside; nothing of it is drawn or fetched before the gates are passed. */
  children: ReactNode;
};

/** Everything between a link and the inside: loading, the pages for those who cannot enter, consent. */
export const EntryGate = ({ query, children }: Props) => {
  const { data, error, errorUpdateCount, isFetching, refetch } = useQuery(query);
  if (data) return <AnsweredGate answer={data}>{children}</AnsweredGate>;
  if (!error) return <EntryLoading />;
  return (
    <FailedEntryPage
      error={error}
      attempt={errorUpdateCount}
      isRetrying={isFetching}
      retry={() => {
        void refetch();
      }}
    />
  );
};

const AnsweredGate = ({ answer, children }: { answer: EntryAnswer; children: ReactNode }) => {
  switch (answer.kind) {
    case 'open':
      return children;
    case 'consent':
      return <ConsentPage entry={answer} />;
    case 'link-unknown':
      return <LinkUnknownPage />;
    case 'cannot-enter':
      return answer.code === 'link-expired' ? (
        <LinkExpiredPage branding={answer.branding} newLink={answer.newLink} />
      ) : (
        <SessionEndedPage answer={answer} />
      );
  }
};

/** Also for addresses that are no session link at all. */
export const LinkUnknownPage = () => {
  const text = useText();
  return (
    <BlockedPage
      code="link-unknown"
      title={text('entry.link-unknown.title')}
      lead={text('entry.link-unknown.text')}
      branding={null}
    />
  );
};

const SessionEndedPage = ({ answer }: { answer: Extract<EntryAnswer, { kind: 'cannot-enter' }> }) => {
  const text = useText();
  const company = answer.branding.companyName ?? text('entry.company-fallback');
  return (
    <BlockedPage
      code={answer.code}
      title={text('entry.session-ended.title')}
      lead={text('entry.session-ended.text', { company })}
      branding={answer.branding}
    />
  );
};

const EntryLoading = () => {
  const text = useText();
  return (
    <EntryPage branding={null} title={text('app.title-plain')}>
      <ScreenSkeleton label={<Text id="entry.loading" />} />
    </EntryPage>
  );
};
