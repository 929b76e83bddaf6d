import type { Message } from '#contract/message.ts';
import { useSession } from '#lib/session-client/session-data.ts';

/** Tells what this customer wrote from what the agent wrote, and whoever else takes part. */
export function useIsOwn(): (message: Pick<Message, 'from' | 'participant'>) => boolean {
  const { participants, you } = useSession();
  const first = participants.find(({ number }) => number === 1)?.id;
  return ({ from, participant = first }) => from === 'customer' && participant === you;
}
