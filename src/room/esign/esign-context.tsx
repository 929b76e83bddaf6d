import { createContext, use } from 'react';
import { useStore } from 'zustand/react';

import type { EsignField } from '#contract/esign.ts';
import type { EsignDraftStore, EsignWork } from '#room/esign/esign-draft-store.ts';

export type EsignServices = {
  draft: EsignDraftStore;
  /** This participant's, in reading order. */
  fields: readonly EsignField[];
  /** Who asks, in words for the customer. */
  company: string;
  /** Opens the sheet, or applies what was adopted before. */
  onMark: (field: EsignField) => void;
};

const EsignContext = createContext<EsignServices | null>(null);
export const EsignProvider = EsignContext.Provider;

export function useEsign(): EsignServices {
  const services = use(EsignContext);
  if (!services) throw new Error('Failed to find the document to sign: no EsignProvider above.');
  return services;
}

export const useWork = <Selected,>(draft: EsignDraftStore, select: (work: EsignWork) => Selected): Selected =>
  useStore(draft.store, select);
