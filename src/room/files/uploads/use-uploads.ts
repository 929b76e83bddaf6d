import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useStore } from 'zustand';

import { type SessionClient, useSessionClient } from '#lib/session-client/session-client.tsx';
import { addedFilesKey } from '#room/files/added-files-key.ts';
import { createUploads, type Uploads } from '#room/files/uploads/create-uploads.ts';
import { findTaskList } from '#room/files/uploads/use-upload-tasks.ts';

/** One a session, for as long as the page lives. */
const uploadsOf = new WeakMap<SessionClient, Uploads>();

function findUploads(client: SessionClient, cache: QueryClient): Uploads {
  const known = uploadsOf.get(client);
  if (known) return known;
  const uploads = createUploads(client, findTaskList(client), (interactionId) =>
    cache.invalidateQueries({ queryKey: addedFilesKey(interactionId) }, { throwOnError: true }),
  );
  uploadsOf.set(client, uploads);
  return uploads;
}

export const useUploads = (): Uploads => findUploads(useSessionClient(), useQueryClient());

/** The chosen file behind a sent one. Note: looked for again whenever a task changes, because the backend's list may tell of the file sooner. */
export function useSent(place: Parameters<Uploads['findSent']>[0]): ReturnType<Uploads['findSent']> {
  const { store, findSent } = useUploads();
  return useStore(store, () => findSent(place));
}
