/** What keeps the documents from being sent, and where to put it right. */
import type { RequestedItemContent } from '#contract/document-request.ts';
import { listMissingItems } from '#domain/document-request-rules.ts';
import { Text } from '#lib/i18n/text.tsx';
import { itemElementId, uploadElementId } from '#room/files/element-ids.ts';
import { listOpenFiles, type OpenFile, type UploadTask } from '#room/files/uploads/upload-task.ts';

export type Problem = { kind: 'missing'; item: RequestedItemContent } | OpenFile;

export const problemId = (problem: Problem): string =>
  problem.kind === 'missing' ? itemElementId(problem.item) : uploadElementId(problem.id);

/** In the order of the page; an item whose file is on its way is not missing, it is unsettled. */
export const listProblems = (items: readonly RequestedItemContent[], tasks: readonly UploadTask[]): Problem[] =>
  items.flatMap((item): Problem[] => {
    const open = listOpenFiles(item, tasks);
    if (open.length > 0) return open;
    return listMissingItems([item]).map((missing): Problem => ({ kind: 'missing', item: missing }));
  });

export const ProblemText = ({ problem }: { problem: Problem }) => {
  switch (problem.kind) {
    case 'missing':
      return <Text id="documents.problem.missing" values={{ item: problem.item.title }} />;
    case 'unsettled':
    case 'failed':
    case 'waiting':
      return <Text id={`files.problem.${problem.kind}`} values={{ name: problem.name }} />;
  }
};
