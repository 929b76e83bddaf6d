import { useStore } from 'zustand';

import { type SessionClient, useSessionClient } from '#lib/session-client/session-client.tsx';
import { usePolicy } from '#lib/session-client/session-data.ts';
import { type Attachments, createAttachments } from '#room/collaboration/chat/attachments/create-attachments.ts';

/** One a session, for as long as the page lives. */
const attachmentsOf = new WeakMap<SessionClient, Attachments>();

function findAttachments(client: SessionClient): Attachments {
  const known = attachmentsOf.get(client);
  if (known) return known;
  const attachments = createAttachments(client);
  attachmentsOf.set(client, attachments);
  return attachments;
}

/** `tasks`: files of the message being written. Where none may be attached there are none, and `isAllowed` is false. */
export function useAttachments() {
  const isAllowed = usePolicy().attachments.value;
  const { store, ...attachments } = findAttachments(useSessionClient());
  const tasks = useStore(store, (state) => state.tasks);
  return { ...attachments, isAllowed, tasks: isAllowed ? tasks : [] };
}
