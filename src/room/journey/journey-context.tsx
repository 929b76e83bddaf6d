/** What belongs to one visit of one session, made once at boot. */
import { createContext, use } from 'react';
import { useStore } from 'zustand/react';

import type { JourneyHistory } from '#room/journey/journey-history.ts';
import type { VisitState, VisitStore } from '#room/journey/visit-store.ts';

export type JourneyServices = { token: string; visit: VisitStore; history: JourneyHistory };

const JourneyContext = createContext<JourneyServices | null>(null);
export const JourneyProvider = JourneyContext.Provider;

export function useJourney(): JourneyServices {
  const services = use(JourneyContext);
  if (!services) throw new Error('Failed to find the journey: no JourneyProvider above.');
  return services;
}

export const useVisit = <Selected,>(select: (visit: VisitState) => Selected): Selected =>
  useStore(useJourney().visit, select);
