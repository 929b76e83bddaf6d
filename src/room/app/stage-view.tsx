import { useQuery } from '@tanstack/react-query';
import { Route, Routes, useLocation, useNavigate } from 'react-router';

import { paymentReturnChunk, roomChunk } from '#room/app/feature-table.ts';
import { InteractionView } from '#room/app/interaction-view.tsx';
import { useJourney } from '#room/journey/journey-context.tsx';
import { interactionPath, parseInteractionId, placePath } from '#room/journey/paths.ts';
import { currentInteractionId, type Stage } from '#room/journey/resolve-stage.ts';
import { ScreenSkeleton } from '#ui/screen.tsx';

/**
 * Draws the stage at once. Note: for a moment the address still names another place, until `useFollowStage` is done (going back takes a browser
 * some frames); what is drawn is told the address that it will have.
 */
export const StageView = ({ stage }: { stage: Stage }) => {
  const location = useLocation();
  const { token } = useJourney();
  const id = currentInteractionId(stage);
  const isFollowed = parseInteractionId(location.pathname) === id;
  return (
    <Routes location={isFollowed ? location : placePath(token, id)}>
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
