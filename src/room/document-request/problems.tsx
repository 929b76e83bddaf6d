/** What keeps the documents from being sent, and where to put it right. */
import type { RequestedItemContent } from '#contract/document-request.ts';
import { listMissingItems } from '#domain/document-request-rules.ts';
import { Text } from '#lib/i18n/text.tsx';
import { listUnsettled, listWaiting, type UploadTask } from '#room/document-request/uploads/upload-task.ts';

export type Problem =
  | { kind: 'missing'; item: RequestedItemContent }
  | { kind: 'unsettled' | 'failed'; id: string; name: string }
  | { kind: 'waiting'; id: string; name: string };

export const itemElementId = (item: Pick<RequestedItemContent, 'id'>) => `item-${item.id}`;
export const uploadElementId = (id: string) => `upload-${id}`;

export const problemId = (problem: Problem): string =>
  problem.kind === 'missing' ? itemElementId(problem.item) : uploadElementId(problem.id);

/** In the order of the page; an item whose file is on its way is not missing, it is unsettled. */
export const listProblems = (items: readonly RequestedItemContent[], tasks: readonly UploadTask[]): Problem[] =>
  items.flatMap((item): Problem[] => {
    const unsettled = listUnsettled(item, tasks).map(({ id, name, state }): Problem => {
      return { kind: state.kind === 'failed' ? 'failed' : 'unsettled', id, name };
    });
    const waiting = listWaiting(item, tasks).map(({ id, name }): Problem => ({ kind: 'waiting', id, name }));
    const open = [...unsettled, ...waiting];
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
      return <Text id={`documents.problem.${problem.kind}`} values={{ name: problem.name }} />;
  }
};
