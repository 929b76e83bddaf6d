/** Starts the room on whatever address the page has. Hosts call it once; nothing else in here knows where it runs. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RoomRouter } from '#room/app/room-router.tsx';

import { isRetryable } from '#lib/api/failures.ts';
import { I18nProvider } from '#lib/i18n/i18n-provider.tsx';
import { entryQuery } from '#lib/session-client/entry-query.ts';
import { createSessionClient, SessionClientProvider } from '#lib/session-client/session-client.tsx';
import { CrashBoundary } from '#room/app/crash-boundary.tsx';
import { followFrame } from '#room/app/follow-frame.ts';
import { OpenRoom } from '#room/app/open-room.tsx';
import { EntryGate, LinkUnknownPage } from '#room/entry/entry-gate.tsx';
import { JourneyProvider } from '#room/journey/journey-context.tsx';
import { layRoomBeneath, watchHistory } from '#room/journey/journey-history.ts';
import { isPaymentReturn, parseToken } from '#room/journey/paths.ts';
import { resumesVisit } from '#room/journey/resumes-visit.ts';
import { createVisitStore } from '#room/journey/visit-store.ts';
import { FocusMemory } from '#ui/focus-heading.tsx';
import { LiveRegion } from '#ui/live-region.tsx';
import '#ui/tokens.css';
import '#ui/base.css';

export type BootOptions = {
  container: HTMLElement;
  /** The answer to an entry request that is already on its way. */
  entry?: Promise<Response> | undefined;
  /** Whether a visit of this tab goes on; decided by how the page was loaded when nobody says. */
  resumes?: boolean;
};

/** Returns how to take the room down again. */
export function bootRoom({ container, entry, resumes }: BootOptions): () => void {
  const room = createRoom(entry, resumes);
  // Note: beside the shell, which stays until there is a page to put in its place.
  const root = createRoot(container.appendChild(document.createElement('div')));
  root.render(<StrictMode>{room.element}</StrictMode>);
  return () => {
    root.unmount();
    room.stop();
  };
}

const maxRetries = 3;

const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        retry: (failures, error) => failures < maxRetries && isRetryable(error),
        refetchOnWindowFocus: false,
        staleTime: Infinity,
      },
    },
  });

/** The room for the address the page has now, and how to stop what it started. Tests render it into their own root. */
export function createRoom(early?: Promise<Response>, resumes = resumesVisit()) {
  const token = parseToken(location.pathname);
  if (token === null)
    return {
      element: (
        <Frame>
          <LinkUnknownPage />
        </Frame>
      ),
      stop: () => undefined,
    };

  layRoomBeneath(token);
  const cache = createQueryClient();
  const client = createSessionClient(token);
  const visit = createVisitStore(client.storageKey, isPaymentReturn(location.pathname) || resumes);
  const history = watchHistory(visit, cache);
  const query = entryQuery(client, early);
  const stopFollowing = followFrame(cache);

  const element = (
    <Frame>
      <QueryClientProvider client={cache}>
        <SessionClientProvider client={client}>
          <JourneyProvider value={{ token, visit, history }}>
            {/* Note: around the gate, because a router hears nothing of a move made while it is being mounted. */}
            <RoomRouter>
              <EntryGate query={query}>
                <OpenRoom />
              </EntryGate>
            </RoomRouter>
          </JourneyProvider>
        </SessionClientProvider>
      </QueryClientProvider>
    </Frame>
  );
  return {
    element,
    stop: () => {
      stopFollowing();
      history.stop();
      cache.clear();
    },
  };
}

const Frame = ({ children }: { children: ReactNode }) => (
  <I18nProvider>
    <CrashBoundary>
      <FocusMemory>
        <LiveRegion>{children}</LiveRegion>
      </FocusMemory>
    </CrashBoundary>
  </I18nProvider>
);
