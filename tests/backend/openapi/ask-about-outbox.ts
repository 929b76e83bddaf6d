/** Asks every endpoint about messages to customers for something it answers. */
import { cancelMessage, listOutbox, retryMessage } from '#contract/endpoints/outbox.ts';
import type { SessionId } from '#contract/ids.ts';
import type { CheckedBackend } from '#tests/backend/openapi/checked-backend.ts';
import { agentCredential } from '#tests/support/create-test-backend.ts';
import { createCaller } from '#tests/support/start-session.ts';

export async function askAboutOutbox(
  { backend }: Pick<CheckedBackend, 'backend'>,
  sessionId: SessionId,
): Promise<void> {
  const asAdministrator = createCaller(backend, agentCredential);
  const answer = await asAdministrator(listOutbox, { query: `?session=${sessionId}` });
  const messageId = listOutbox.output.parse(await answer.json()).messages.at(-1)?.id ?? '';
  await asAdministrator(cancelMessage, { params: { sessionId, messageId } });
  await asAdministrator(retryMessage, { params: { sessionId, messageId } });
}
