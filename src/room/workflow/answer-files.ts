/** The questions for files of the workflow that is open, and what was added to each: for whatever draws one of them. */
import { createContext, useContext } from 'react';

import type { FilledItem } from '#contract/document-request.ts';
import type { InteractionId } from '#contract/ids.ts';
import type { FormField, WorkflowContent } from '#contract/workflow.ts';
import { listFileFields, toFilledItem } from '#domain/workflow-files.ts';
import { listOpenFiles, type OpenFile } from '#room/files/uploads/upload-task.ts';
import { useUploadTasks } from '#room/files/uploads/use-upload-tasks.ts';

type AnswerFiles = { interactionId: InteractionId; items: readonly FilledItem[] };

const AnswerFilesContext = createContext<AnswerFiles | null>(null);

export const AnswerFilesProvider = AnswerFilesContext.Provider;

export const toAnswerFiles = ({ id, definition, added }: WorkflowContent): AnswerFiles => ({
  interactionId: id,
  items: listFileFields(definition).map((field) => toFilledItem(field, added)),
});

export function useAnswerFiles(): AnswerFiles {
  const files = useContext(AnswerFilesContext);
  if (!files) throw new Error('Failed to find the files of a workflow: nothing provides them.');
  return files;
}

/** Finds the first file of a question that is neither added nor given up, and would be lost by going on. */
export function useOpenFiles(): (field: Pick<FormField, 'id'>) => OpenFile | undefined {
  const { interactionId, items } = useAnswerFiles();
  const tasks = useUploadTasks(interactionId);
  return ({ id }) => items.filter((item) => item.id === id).flatMap((item) => listOpenFiles(item, tasks))[0];
}
