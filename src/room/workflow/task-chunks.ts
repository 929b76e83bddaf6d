/** Where the screens of other features come from. This feature knows them by what it shows them, never by name. */
import { type ComponentType, createContext, type ReactNode, use } from 'react';
import type { UseQueryOptions } from '@tanstack/react-query';

import type { DocumentRequestSummary, EsignSummary } from '#contract/interaction.ts';

type TaskFeature<Summary> = { Screen: ComponentType<{ interaction: Summary; top?: ReactNode }> };
export type TaskChunk<Summary> = Pick<
  UseQueryOptions<TaskFeature<Summary>, Error, TaskFeature<Summary>, string[]>,
  'queryKey' | 'queryFn'
>;
export type TaskChunks = { esign: TaskChunk<EsignSummary>; 'document-request': TaskChunk<DocumentRequestSummary> };

const TaskChunksContext = createContext<TaskChunks | null>(null);
export const TaskChunksProvider = TaskChunksContext.Provider;

export function useTaskChunks(): TaskChunks {
  const chunks = use(TaskChunksContext);
  if (!chunks) throw new Error('Failed to find the screens of tasks: nothing provides them.');
  return chunks;
}
