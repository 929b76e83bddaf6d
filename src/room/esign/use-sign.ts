import { decline, sign } from '#contract/endpoints/esign.ts';
import type { EsignContent, SignInput } from '#contract/esign.ts';
import { useSessionClient } from '#lib/session-client/session-client.tsx';
import { useSubmission } from '#lib/session-client/use-submission.ts';

export function useSign({ id }: EsignContent, onDone: () => void) {
  const client = useSessionClient();
  return useSubmission<SignInput>({
    id,
    submit: (input, key) => client.call(sign, input, { params: { interactionId: id }, key }),
    onDone,
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
