/** The list of tasks, and the only ways it changes. */
import { createStore, type StoreApi } from 'zustand/vanilla';

import type { TaskState, UploadTask } from '#room/files/uploads/upload-task.ts';

export type TasksStore = StoreApi<{ tasks: readonly UploadTask[] }>;

export type TaskList = {
  store: TasksStore;
  list: () => readonly UploadTask[];
  listBy: (kind: TaskState['kind']) => UploadTask[];
  find: (id: string) => UploadTask | undefined;
  add: (task: UploadTask) => void;
  /** Nothing happens to one that was taken off meanwhile. */
  change: (id: string, next: Partial<UploadTask>) => void;
  drop: (isDropped: (task: UploadTask) => boolean) => void;
};

export function createTaskList(): TaskList {
  const store: TasksStore = createStore(() => ({ tasks: [] }));
  const list = () => store.getState().tasks;
  return {
    store,
    list,
    listBy: (kind) => list().filter(({ state }) => state.kind === kind),
    find: (id) => list().find((task) => task.id === id),
    add: (task) => {
      store.setState({ tasks: [...list(), task] });
    },
    change: (id, next) => {
      store.setState({ tasks: list().map((task) => (task.id === id ? { ...task, ...next } : task)) });
    },
    drop: (isDropped) => {
      store.setState({ tasks: list().filter((task) => !isDropped(task)) });
    },
  };
}
