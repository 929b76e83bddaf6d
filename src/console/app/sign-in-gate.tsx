/** Nobody works here before they said who they are. Whoever is signed out in the middle finds their work beneath, as they left it. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Activity, type ReactNode, useEffect, useState } from 'react';

import type { OtherSignIn } from '#console/app/other-sign-in.ts';
import { meQuery } from '#console/app/me-query.ts';
import { SignInScreen } from '#console/app/sign-in-screen.tsx';
import { type ConsoleClient, ConsoleProvider, type Me } from '#console/client/console-client.tsx';
import { takeDesk, watchDesk } from '#console/client/desk.ts';
import { startAnew } from '#console/client/leave-console.ts';
import { Plain } from '#console/layout/plain.tsx';
import { QueryView } from '#console/layout/query-view.tsx';
import { Text } from '#lib/i18n/text.tsx';

type SignInGateProps = { client: ConsoleClient; otherSignIn: OtherSignIn | undefined; children: ReactNode };

export const SignInGate = (props: SignInGateProps) => {
  const query = useQuery(meQuery(props.client));
  const view = <QueryView query={query}>{(me) => <OpenGate {...props} me={me} />}</QueryView>;
  if (!query.isLoadingError) return view;
  return (
    <Plain focusKey="console" title={<Text id="console.name" />}>
      {view}
    </Plain>
  );
};

/** What queries of somebody's work have in common: they are not about who that is. */
const work = { predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] !== 'me' };

const OpenGate = ({ client, otherSignIn, me, children }: SignInGateProps & { me: Me | null }) => {
  const cache = useQueryClient();
  const [atWork, setAtWork] = useState(me);
  if (me && me !== atWork) setAtWork(me);
  useDeskOf(atWork?.id);

  const enter = async () => {
    const next = await cache.query({ ...meQuery(client), staleTime: 0 });
    if (next?.id === atWork?.id) return cache.invalidateQueries(work);
    // Note: nobody is shown what was there for somebody else.
    cache.removeQueries(work);
  };
  return (
    <>
      {me === null && (
        <SignInScreen client={client} isAgain={atWork !== null} otherSignIn={otherSignIn} onSignedIn={enter} />
      )}
      {atWork && (
        // Note: not only out of sight. A dialog that stays open would keep everybody from the sign-in page, and what asks again and again would go on.
        <Activity key={atWork.id} mode={me === null ? 'hidden' : 'visible'}>
          <ConsoleProvider client={client} me={atWork}>
            {children}
          </ConsoleProvider>
        </Activity>
      )}
    </>
  );
};

/** What they leave unsent is theirs; every tab is left with the first in which they are not here any more. */
function useDeskOf(person: string | undefined) {
  useEffect(() => {
    if (person === undefined) return undefined;
    void takeDesk(person);
    return watchDesk(person, startAnew);
  }, [person]);
}
