/** GET and POST /api/messages, POST /api/typing: chat. A message is a log entry; its key finds it again after a lost answer. */
import { listMessages, sendMessage, signalTyping } from '#contract/endpoints/message.ts';
import type { ParticipantId, SessionId } from '#contract/ids.ts';
import type { Message, NewMessage } from '#contract/message.ts';
import { messageIdSchema } from '#contract/ids.ts';
import { AppError } from '#backend/app-error.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { assertVisitor, readKey } from '#backend/http/caller.ts';
import { readAfter } from '#backend/http/read-after.ts';
import { inputRoute, route } from '#backend/http/route.ts';
import { changeSession, type ChangeRequest } from '#backend/session/change-session.ts';
import { readsAfter, toActor } from '#backend/session/participants.ts';
import { projectMessage } from '#backend/session/project-session.ts';
import type { Actor } from '#backend/session/session-log.ts';
import { passTypingOn } from '#backend/session/typing.ts';
import { sendAttachments } from '#backend/uploads/attachments.ts';

const pageSize = 500;

export const listMessagesRoute = route(listMessages, async ({ deps, request }) => {
  const { record, participant } = await assertVisitor(deps, request);
  const after = Math.max(readAfter(request, record), readsAfter(participant));
  return { messages: await readMessages(deps, record.id, after) };
});

export const sendMessageRoute = inputRoute(sendMessage, async ({ deps, request, input }) => {
  const { record, participant, policy } = await assertVisitor(deps, request);
  const isAllowed = policy.chat.value && (policy.attachments.value || input.attachments.length === 0);
  if (!isAllowed) throw new AppError('not-allowed');
  const author = { actor: toActor(participant), owner: participant.id };
  return appendMessage(deps, record.id, author, input, request);
});

export const signalTypingRoute = route(signalTyping, async ({ deps, request }) => {
  const { record, participant, policy } = await assertVisitor(deps, request);
  await passTypingOn(deps, record, policy, { from: 'customer', name: participant.name });
  return undefined;
});

/** `owner`: whose attachments they are; null: the business's. */
type Author = { actor: Actor; owner: ParticipantId | null };

/** Shared with the agent's side: one message, once per key. @throws `session-ended`, `not-actionable` (nobody was let in yet), `not-found`, `key-reused` */
export async function appendMessage(
  deps: BackendDeps,
  sessionId: SessionId,
  { actor, owner }: Author,
  { text, attachments }: NewMessage,
  request: Request,
  guard?: ChangeRequest['guard'],
): Promise<Message> {
  const key = readKey(request);
  const message = messageIdSchema.parse(deps.createId());
  const { head } = await changeSession(deps, {
    sessionId,
    actor,
    key,
    intent: ['message', actor.participant ?? actor.kind, ...attachments].join(':'),
    ...(guard && { guard }),
    decide: (record) => {
      if (record.state === 'ended') throw new AppError('session-ended');
      if (record.state === 'planned') throw new AppError('not-actionable');
      const sent = sendAttachments(record, owner, attachments, message);
      const attached = sent.files.length > 0 && { attachments: sent.files };
      return { record: sent.record, facts: [{ kind: 'message-sent', message, text, key, ...attached }] };
    },
  });
  const find = async (after: number) =>
    (await readMessages(deps, sessionId, after)).findLast((candidate) => candidate.key === key);
  // Note: a new one is the end of the log; only one that is sent again has to be looked for.
  const sent = (await find(head.seq - 1)) ?? (await find(0));
  if (sent?.text !== text) throw new AppError('key-reused');
  return sent;
}

/** Everything written after this number of the log, oldest first. */
export async function readMessages({ store }: BackendDeps, sessionId: SessionId, after: number): Promise<Message[]> {
  const messages: Message[] = [];
  let last = after;
  for (;;) {
    const entries = await store.readLog(sessionId, last, pageSize);
    for (const entry of entries) {
      const message = projectMessage(entry);
      if (message) messages.push(message);
      last = entry.seq;
    }
    if (entries.length < pageSize) return messages;
  }
}
