import { useEffect } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Route, Routes, useLocation, useNavigate } from 'react-router';

import type { InteractionId } from '#contract/ids.ts';
import { resolveProgress, resolveQueue } from '#domain/auto-open-queue.ts';
import { useText } from '#lib/i18n/text.tsx';
import { useRefreshSession } from '#lib/session-client/refresh-session.ts';
import { useSessionClient } from '#lib/session-client/session-client.tsx';
import { useOpenEntry, useSession } from '#lib/session-client/session-data.ts';
import { useLiveFeed } from '#lib/session-client/use-live-feed.ts';
import { paymentReturnChunk, roomChunk, warmInteraction } from '#room/app/feature-table.ts';
import { forgetFailures } from '#room/app/forget-failures.ts';
import { InteractionView } from '#room/app/interaction-view.tsx';
import { JourneyMenu } from '#room/app/journey-menu.tsx';
import { OfflineNotice } from '#room/app/offline-notice.tsx';
import { BusinessBrand } from '#room/entry/business-brand.tsx';
import { CookieDisclaimer } from '#room/entry/cookie-disclaimer.tsx';
import { InactiveAgentMessage } from '#room/entry/inactive-agent-message.tsx';
import { useBrand } from '#room/entry/use-brand.ts';
import { useJourney, useVisit } from '#room/journey/journey-context.tsx';
import { JourneyNews } from '#room/journey/journey-news.tsx';
import { interactionPath, parseInteractionId } from '#room/journey/paths.ts';
import { resolveStage, type Stage } from '#room/journey/resolve-stage.ts';
import { useFollowStage } from '#room/journey/use-follow-stage.ts';
import { useJourneyNews } from '#room/journey/use-journey-news.ts';
import { Page, PageHeader } from '#ui/page.tsx';
import { ScreenSkeleton } from '#ui/screen.tsx';

/** Everything behind the gates: asks where the customer stands, draws that, and keeps it up to date. */
export const OpenRoom = () => {
  const { branding } = useOpenEntry();
  const stage = useStage();
  const place = usePlace(stage);
  const company = branding.companyName;
  const text = useText();
  useBrand(branding);
  useFollowStage(stage);
  useSessionFeed();
  useWarmAhead(stage);

  return (
    <Page
      notices={<Notices />}
      header={
        <PageHeader
          brand={<BusinessBrand branding={branding} />}
          place={place}
          menu={<JourneyMenu isInsideTask={stage.kind === 'interaction'} />}
        />
      }
    >
      <title>{company ? text('app.title', { place, company }) : place}</title>
      <StageNews stage={stage} />
      <StageView stage={stage} />
    </Page>
  );
};

const Notices = () => {
  const { policy } = useOpenEntry();
  const { visit } = useJourney();
  const isDismissed = useVisit((state) => state.inactiveAgentMessageDismissed);
  return (
    <>
      <CookieDisclaimer policy={policy.cookieDisclaimer} />
      <InactiveAgentMessage isDismissed={isDismissed} onDismiss={visit.getState().dismissInactiveAgentMessage} />
      <OfflineNotice />
    </>
  );
};

const StageNews = ({ stage }: { stage: Stage }) => {
  const { interactions } = useSession();
  const { news, dismiss } = useJourneyNews(interactions, currentId(stage));
  return <JourneyNews news={news} onDismiss={dismiss} />;
};

/** Note: for a moment the address still names another place than the stage; nothing is drawn until `useFollowStage` is done. */
const StageView = ({ stage }: { stage: Stage }) => {
  const { pathname } = useLocation();
  const isFollowed = parseInteractionId(pathname) === currentId(stage);
  if (!isFollowed) return <ScreenSkeleton />;
  return (
    <Routes>
      <Route
        path="/s/:token/i/:interactionId/:step?"
        element={stage.kind === 'interaction' && <InteractionView interaction={stage.interaction} />}
      />
      <Route path="/s/:token/paid/:interactionId" element={<PaymentReturnView />} />
      <Route path="*" element={<RoomView />} />
    </Routes>
  );
};

const RoomView = () => {
  const navigate = useNavigate();
  const { token, visit } = useJourney();
  const { data: RoomScreen } = useQuery({ ...roomChunk, throwOnError: true });
  if (!RoomScreen) return <ScreenSkeleton />;
  return (
    <RoomScreen
      onOpen={(id) => {
        visit.getState().unskip(id);
        void navigate(interactionPath(token, id));
      }}
    />
  );
};

const PaymentReturnView = () => {
  const { data: PaymentReturnScreen } = useQuery({ ...paymentReturnChunk, throwOnError: true });
  return PaymentReturnScreen ? <PaymentReturnScreen /> : <ScreenSkeleton />;
};

function useStage(): Stage {
  const entry = useOpenEntry();
  const session = useSession();
  const mode = useVisit((state) => state.mode);
  const skipped = useVisit((state) => state.skipped);
  const { pathname } = useLocation();
  return resolveStage({ ...entry, session }, { mode, skipped }, parseInteractionId(pathname));
}

const currentId = (stage: Stage): InteractionId | null => (stage.kind === 'interaction' ? stage.interaction.id : null);

/** "2 of 4 · Sign your agreement" while one leads to the next; the title alone when the customer opened it. */
function usePlace(stage: Stage): string {
  const text = useText();
  const { policy } = useOpenEntry();
  const { interactions } = useSession();
  const mode = useVisit((state) => state.mode);
  if (stage.kind !== 'interaction') return text('journey.room-title');
  const { title } = stage.interaction;
  const { position, total } = resolveProgress(interactions, stage.interaction);
  const isSequence = policy.autoOpen.value && mode === 'guided' && total > 1;
  return isSequence ? text('journey.place', { position, total, title }) : title;
}

function useSessionFeed(): void {
  const refresh = useRefreshSession();
  useLiveFeed({
    // Note: a failed look leaves the page as it is; what the customer does next asks again.
    onEnd: () => {
      refresh().catch(() => undefined);
    },
  });
}

/** What comes next is fetched while the customer is busy with what is open. */
function useWarmAhead(stage: Stage): void {
  const cache = useQueryClient();
  const client = useSessionClient();
  const { interactions } = useSession();
  const current = currentId(stage);

  useEffect(() => {
    const next = resolveQueue(interactions).find(({ id }) => id !== current);
    const ahead =
      next && next.kind !== 'payment' && next.kind !== 'unknown'
        ? warmInteraction(cache, client, next)
        : cache.query(roomChunk);
    ahead.catch(() => {
      forgetFailures(cache);
    });
  }, [interactions, current, cache, client]);
}
