import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';

import type { EsignSummary } from '#contract/interaction.ts';
import { addEnglish } from '#lib/i18n/english.ts';
import texts from '#lib/i18n/catalogs/en/esign.json';
import { Text } from '#lib/i18n/text.tsx';
import { useSessionClient } from '#lib/session-client/session-client.tsx';
import { EsignEditor } from '#room/esign/esign-editor.tsx';
import { esignQuery } from '#room/esign/esign-query.ts';
import { ScreenSkeleton } from '#ui/screen.tsx';

addEnglish(texts);

/** One document to sign, approve or confirm. A new revision starts anew with what still fits. `top`: what it is a step of. */
export const EsignScreen = ({ interaction, top }: { interaction: EsignSummary; top?: ReactNode }) => {
  const client = useSessionClient();
  const { data: content } = useQuery({ ...esignQuery(client, interaction), throwOnError: true });
  if (!content) {
    return <ScreenSkeleton heading={<bdi>{interaction.title}</bdi>} label={<Text id="esign.opening" />} />;
  }
  return <EsignEditor key={content.revision} interaction={interaction} content={content} top={top} />;
};
