import { useStore } from 'zustand';

import type { InteractionId } from '#contract/ids.ts';
import { type SessionClient, useSessionClient } from '#lib/session-client/session-client.tsx';
import { createTaskList, type TaskList } from '#room/files/uploads/task-list.ts';
import type { UploadTask } from '#room/files/uploads/upload-task.ts';

/** One a session, for as long as the page lives. Note: apart from what sends, so that a page which only asks does not fetch that. */
const listsOf = new WeakMap<SessionClient, TaskList>();

export function findTaskList(client: SessionClient): TaskList {
  const tasks = listsOf.get(client) ?? createTaskList();
  listsOf.set(client, tasks);
  return tasks;
}

export function useUploadTasks(interactionId: InteractionId): UploadTask[] {
  const tasks = useStore(findTaskList(useSessionClient()).store, (state) => state.tasks);
  return tasks.filter((task) => task.interactionId === interactionId);
}
