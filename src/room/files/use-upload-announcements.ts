import { useEffect, useEffectEvent } from 'react';

import type { FilledItem } from '#contract/document-request.ts';
import type { InteractionId } from '#contract/ids.ts';
import { useText } from '#lib/i18n/text.tsx';
import { useRefusalText } from '#room/files/refusal-text.ts';
import type { UploadTask } from '#room/files/uploads/upload-task.ts';
import { useUploads } from '#room/files/uploads/use-uploads.ts';
import { useAnnounce } from '#ui/live-region.tsx';

const gatherMilliseconds = 700;
const progressMilliseconds = 10_000;

type Kind = UploadTask['state']['kind'];

/** Says what happens to files, gathered: many at once are one sentence, and progress is heard now and then. */
export function useUploadAnnouncements(id: InteractionId, items: readonly FilledItem[]): void {
  const { store } = useUploads();
  const announce = useAnnounce();
  const text = useText();
  const refusalText = useRefusalText();

  const toSentences = (news: readonly UploadTask[]): string[] => {
    const of = (kind: Kind) => news.filter(({ state }) => state.kind === kind);
    const count = (id: 'files.said.begun' | 'files.said.added', tasks: UploadTask[]) =>
      tasks[0] ? [text(id, { count: tasks.length, name: tasks[0].name })] : [];
    return [
      ...count('files.said.begun', of('sending')),
      ...count('files.said.added', of('done')),
      ...of('done').flatMap(({ name, condition }) =>
        condition === 'fine' ? [] : [`${name}: ${text(`files.condition.${condition}`)}`],
      ),
      ...of('refused').flatMap(({ state, itemId, name, file }) => {
        const item = items.find((candidate) => candidate.id === itemId);
        if (!item || state.kind !== 'refused') return [];
        return [text('files.said.refused', { name, reason: refusalText(state.refusal, item, file) })];
      }),
      ...of('failed').map(({ name }) => text('files.said.failed', { name })),
      ...(of('paused').length > 0 ? [text('files.said.paused')] : []),
    ];
  };
  const say = useEffectEvent((news: readonly UploadTask[]) => {
    const sentences = toSentences(news);
    if (sentences.length > 0) announce(sentences.join(' '));
  });
  const sayProgress = useEffectEvent((task: UploadTask) => {
    announce(text('files.said.progress', { name: task.name, percent: task.sent / task.file.size }));
  });

  const isOurs = useEffectEvent((itemId: string) => items.some((item) => item.id === itemId));

  useEffect(() => {
    const ours = (tasks: readonly UploadTask[]) =>
      tasks.filter(({ interactionId, itemId }) => interactionId === id && isOurs(itemId));
    const news = new Map<string, UploadTask>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      timer = undefined;
      say([...news.values()]);
      news.clear();
    };
    const stop = store.subscribe(({ tasks }, before) => {
      for (const task of ours(tasks)) {
        const known = before.tasks.find((candidate) => candidate.id === task.id);
        if (known?.state.kind !== task.state.kind) news.set(task.id, task);
      }
      if (news.size > 0) timer ??= setTimeout(tell, gatherMilliseconds);
    });
    let heard: UploadTask | undefined;
    const ticker = setInterval(() => {
      const task = ours(store.getState().tasks).find(({ state, sent }) => state.kind === 'sending' && sent > 0);
      if (task && task.sent !== heard?.sent) sayProgress(task);
      heard = task;
    }, progressMilliseconds);
    return () => {
      stop();
      clearTimeout(timer);
      clearInterval(ticker);
    };
  }, [store, id]);
}
