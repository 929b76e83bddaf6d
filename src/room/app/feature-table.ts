/**
 * The only table that knows every feature. A feature is a chunk of its own; it is fetched ahead as soon as the policy says that it will
 * be needed, and its screen is then rendered directly: `lazy` under Suspense would hold it back by 300 ms.
 */
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';

import type { DocumentRequestSummary, EsignSummary, WorkflowSummary } from '#contract/interaction.ts';
import type { SessionClient } from '#lib/session-client/session-client.tsx';
import type { OpenableInteraction } from '#room/journey/resolve-stage.ts';

export type Feature<Summary> = {
  /** `top`: what it is a step of, and the way back. */
  Screen: ComponentType<{ interaction: Summary; top?: ReactNode }>;
  /** Fetches what the screen will need; failing is fine, the screen asks again. */
  warm: (cache: QueryClient, client: SessionClient, interaction: Summary) => Promise<unknown>;
};

const chunk = <Loaded>(name: string, load: () => Promise<Loaded>) =>
  queryOptions({
    queryKey: ['chunk', name],
    queryFn: load,
    staleTime: 'static',
    gcTime: Infinity,
    retry: 1,
    networkMode: 'always',
  });

const tasks = {
  esign: chunk(
    'esign',
    async (): Promise<Feature<EsignSummary>> => (await import('#room/esign/esign-feature.ts')).esignFeature,
  ),
  'document-request': chunk(
    'document-request',
    async (): Promise<Feature<DocumentRequestSummary>> =>
      (await import('#room/document-request/document-request-feature.ts')).documentRequestFeature,
  ),
};

export const features = {
  ...tasks,
  workflow: chunk('workflow', async (): Promise<Feature<WorkflowSummary>> =>
    (await import('#room/workflow/workflow-feature.tsx')).createWorkflowFeature(tasks),
  ),
} satisfies Record<OpenableInteraction['kind'], unknown>;

export const roomChunk = chunk('room', async () => (await import('#room/collaboration/room-screen.tsx')).RoomScreen);

export const helpChunk = chunk('help', async () => (await import('#room/collaboration/help-sheet.tsx')).HelpSheet);

export const paymentReturnChunk = chunk(
  'payment-return',
  async () => (await import('#room/payment/payment-return-screen.tsx')).PaymentReturnScreen,
);

/** Fetches an interaction's chunk and content ahead. What fails here is asked for again, visibly, when it is needed. */
export async function warmInteraction(
  cache: QueryClient,
  client: SessionClient,
  interaction: OpenableInteraction,
): Promise<void> {
  switch (interaction.kind) {
    case 'esign':
      await (await cache.query(features.esign)).warm(cache, client, interaction);
      return;
    case 'document-request':
      await (await cache.query(features['document-request'])).warm(cache, client, interaction);
      return;
    case 'workflow':
      await (await cache.query(features.workflow)).warm(cache, client, interaction);
      return;
  }
}
