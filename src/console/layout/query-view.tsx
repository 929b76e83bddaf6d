import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { useFailureWords } from '#console/client/failure-text.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Loading, Skeleton } from '#ui/skeleton.tsx';

type QueryViewProps<Data> = {
  query: UseQueryResult<Data>;
  /** In the shape of what comes. */
  skeleton?: ReactNode;
  children: (data: Data) => ReactNode;
};

/** What a query has to show: its data, also while they are looked at again; else where they will be, or why there are none and a way on. */
export function QueryView<Data>({ query, skeleton, children }: QueryViewProps<Data>): ReactNode {
  const { data, error, isPending } = query;
  if (data !== undefined) return children(data);
  if (isPending)
    return <Loading label={<Text id="console.loading" />}>{skeleton ?? <Skeleton shape="page" />}</Loading>;
  return <LoadFailure error={error} tryAgain={query.refetch} />;
}

type LoadFailureProps = { error: unknown; tryAgain: () => unknown };

export const LoadFailure = ({ error, tryAgain }: LoadFailureProps) => {
  const text = useText();
  const words = useFailureWords();
  return (
    <Notice
      tone="danger"
      label={text('console.failed')}
      title={<Text id="console.failed" />}
      live
      actions={
        <Button onClick={() => void tryAgain()}>
          <Text id="console.try-again" />
        </Button>
      }
    >
      {words(error)}
    </Notice>
  );
};
