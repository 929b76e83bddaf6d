import type { ReactNode } from 'react';
import { type QueryKey, queryOptions, useQuery, type UseQueryOptions } from '@tanstack/react-query';

import { Text, useText } from '#lib/i18n/text.tsx';
import type { EntryAnswer } from '#lib/session-client/entry-query.ts';
import { BlockedPage } from '#room/entry/blocked-page.tsx';
import { EntryPage } from '#room/entry/entry-page.tsx';
import { FailedEntryPage } from '#room/entry/failed-entry-page.tsx';
import { ScreenSkeleton } from '#ui/screen.tsx';
import { hasShell } from '#ui/shell.ts';

type Props = {
  query: Pick<UseQueryOptions<EntryAnswer>, 'queryKey' | 'queryFn'>;
  /** What is inside; nothing of it is drawn or fetched before the gates are passed. */
  children: ReactNode;
};

/** Everything between a link and the inside: loading, the pages for those who cannot enter, consent. */
export const EntryGate = ({ query, children }: Props) => (
  <Awaited query={query}>{(answer) => <AnsweredGate answer={answer}>{children}</AnsweredGate>}</Awaited>
);

type AwaitedProps<Data, Key extends QueryKey> = {
  query: Pick<UseQueryOptions<Data, Error, Data, Key>, 'queryKey' | 'queryFn'>;
  children: (data: Data) => ReactNode;
};

/** What must be there before anything can be shown; until then the page loads, or says why it cannot and tries again. */
const Awaited = <Data, Key extends QueryKey>({ query, children }: AwaitedProps<Data, Key>) => {
  const { data, error, errorUpdateCount, isFetching, refetch } = useQuery(query);
  if (data !== undefined) return children(data);
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
      return <Awaited query={gatePagesQuery}>{({ ConsentPage }) => <ConsentPage entry={answer} />}</Awaited>;
    case 'link-unknown':
      return <LinkUnknownPage />;
    case 'cannot-enter':
      return answer.code === 'link-expired' ? (
        <Awaited query={gatePagesQuery}>
          {({ LinkExpiredPage }) => <LinkExpiredPage branding={answer.branding} newLink={answer.newLink} />}
        </Awaited>
      ) : (
        <SessionEndedPage answer={answer} />
      );
  }
};

const gatePagesQuery = queryOptions({
  queryKey: ['chunk', 'gate-pages'],
  queryFn: () => import('#room/entry/gate-pages.ts'),
  staleTime: 'static',
  gcTime: Infinity,
  retry: 1,
  networkMode: 'always',
});

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

/** Only where the page's own shell is gone already: a gate that closes on somebody who was inside. */
const EntryLoading = () => {
  const text = useText();
  if (hasShell()) return null;
  return (
    <EntryPage branding={null} title={text('app.title-plain')}>
      <ScreenSkeleton label={<Text id="entry.loading" />} />
    </EntryPage>
  );
};
