/** What people do about messages that have not gone yet. */
import type { World } from '#tests/backend/http/hostile/start-world.ts';
import { base, type Targets } from '#tests/backend/http/hostile/target.ts';
import { agentCredential } from '#tests/support/create-test-backend.ts';

export async function listOutboxTargets({ deps, own, other, late }: World): Promise<Targets> {
  const messages = await deps.store.listOutbox();
  const findMessage = (sessionId: string) => messages.find((message) => message.sessionId === sessionId)?.id ?? '';
  const { sessionId } = own;
  const messageId = findMessage(sessionId);
  const steered = {
    ...base,
    credential: agentCredential,
    strangers: [own.token, late.token],
    params: { sessionId, messageId },
    foreign: [
      { sessionId, messageId: findMessage(other.sessionId) },
      { sessionId: other.sessionId, messageId },
      { sessionId: 'nobodys', messageId },
      { sessionId, messageId: 'a b' },
    ],
  };
  return { retryMessage: steered, cancelMessage: steered };
}
