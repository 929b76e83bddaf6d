import { memo } from 'react';

import type { InteractionId } from '#contract/ids.ts';
import { useText } from '#lib/i18n/text.tsx';
import { useRefreshSession } from '#lib/session-client/refresh-session.ts';
import { useOpenEntry, useSession } from '#lib/session-client/session-data.ts';
import { useLiveFeed } from '#lib/session-client/use-live-feed.ts';
import { JourneyMenu } from '#room/app/journey-menu.tsx';
import { OfflineNotice } from '#room/app/offline-notice.tsx';
import { StageView } from '#room/app/stage-view.tsx';
import { usePlace, useStage } from '#room/app/use-stage.ts';
import { useWarmAhead } from '#room/app/use-warm-ahead.ts';
import { BusinessBrand } from '#room/entry/business-brand.tsx';
import { CookieDisclaimer } from '#room/entry/cookie-disclaimer.tsx';
import { InactiveAgentMessage } from '#room/entry/inactive-agent-message.tsx';
import { useBrand } from '#room/entry/use-brand.ts';
import { useJourney, useVisit } from '#room/journey/journey-context.tsx';
import { JourneyNews } from '#room/journey/journey-news.tsx';
import { currentInteractionId } from '#room/journey/resolve-stage.ts';
import { useFollowStage } from '#room/journey/use-follow-stage.ts';
import { useJourneyNews } from '#room/journey/use-journey-news.ts';
import { Page, PageHeader } from '#ui/page.tsx';

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
      <StageNews current={currentInteractionId(stage)} />
      <StageView stage={stage} />
    </Page>
  );
};

// Note: kept as they are while the address follows the stage; they would be drawn anew in front of the task they are about.
const Notices = memo(() => {
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
});

const StageNews = memo(({ current }: { current: InteractionId | null }) => {
  const { interactions } = useSession();
  const { news, dismiss } = useJourneyNews(interactions, current);
  return <JourneyNews news={news} onDismiss={dismiss} />;
});

function useSessionFeed(): void {
  const refresh = useRefreshSession();
  useLiveFeed({
    // Note: a failed look leaves the page as it is; what the customer does next asks again.
    onEnd: () => {
      refresh().catch(() => undefined);
    },
  });
}
