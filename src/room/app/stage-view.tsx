import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from 'react-router';

import { paymentReturnChunk, roomChunk } from '#room/app/feature-table.ts';
import { InteractionView } from '#room/app/interaction-view.tsx';
import { useJourney } from '#room/journey/journey-context.tsx';
import { interactionPath, isPaymentReturn } from '#room/journey/paths.ts';
import type { Stage } from '#room/journey/resolve-stage.ts';
import { ScreenSkeleton } from '#ui/screen.tsx';

/** Draws the stage at once: it decides, and the address follows. Only coming back from paying is a place that the address alone names. */
export const StageView = ({ stage }: { stage: Stage }) => {
  const { pathname } = useLocation();
  if (stage.kind === 'interaction') return <InteractionView interaction={stage.interaction} />;
  return isPaymentReturn(pathname) ? <PaymentReturnView /> : <RoomView />;
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
