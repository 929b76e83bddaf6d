import { decline, sign } from '#contract/endpoints/esign.ts';
import { handOver } from '#contract/endpoints/hand-over.ts';
import type { EsignContent, SignInput } from '#contract/esign.ts';
import type { HandOverInput } from '#contract/hand-over.ts';
import { useSessionClient } from '#lib/session-client/session-client.tsx';
import { useSubmission } from '#lib/session-client/use-submission.ts';

type Ends = { onDone: () => void; onFailed: () => void };

export function useSign({ id }: EsignContent, ends: Ends) {
  const client = useSessionClient();
  return useSubmission<SignInput>({
    id,
    submit: (input, key) => client.call(sign, input, { params: { interactionId: id }, key }),
    ...ends,
  });
}

export function useDecline({ id }: EsignContent, onDone: () => void) {
  const client = useSessionClient();
  return useSubmission<{ revision: number; reason: string }>({
    id,
    submit: (input, key) => client.call(decline, input, { params: { interactionId: id }, key }),
    onDone,
  });
}

export function useHandOver({ id }: EsignContent, onDone: () => void) {
  const client = useSessionClient();
  return useSubmission<HandOverInput>({
    id,
    submit: (input, key) => client.call(handOver, input, { params: { interactionId: id }, key }),
    onDone,
  });
}
