import { useState } from 'react';

import type { EsignContent } from '#contract/esign.ts';
import { type SigningRules, toSigningRules } from '#domain/esign-submission.ts';
import { useSessionClient } from '#lib/session-client/session-client.tsx';
import { usePolicy } from '#lib/session-client/session-data.ts';
import { deviceStorage, visitStorage } from '#lib/storage/safe-storage.ts';
import type { DraftSaver } from '#room/esign/draft-saver.ts';
import { useWork } from '#room/esign/esign-context.tsx';
import { createEsignDraftStore, type EsignDraftStore, type EsignWork } from '#room/esign/esign-draft-store.ts';
import { useDraftSaver } from '#room/esign/use-draft-saver.ts';
import { useSign } from '#room/esign/use-sign.ts';

export type Submission = Pick<ReturnType<typeof useSign>, 'error' | 'isPending'> & { submit: () => void };

type EsignWorkbench = {
  draft: EsignDraftStore;
  saver: DraftSaver;
  work: EsignWork;
  rules: SigningRules;
  submission: Submission;
  /** It is done with, one way or the other: nothing of it stays on the device. */
  onDone: () => void;
};

/** What the customer enters into one revision of one document, kept, saved, and in the end submitted. */
export function useEsignWork(content: EsignContent): EsignWorkbench {
  const { storageKey } = useSessionClient();
  const [draft] = useState(() =>
    createEsignDraftStore(content, { device: deviceStorage, visit: visitStorage, storageKey }),
  );
  const saver = useDraftSaver(content, draft);
  const work = useWork(draft, (state) => state);
  const rules = toSigningRules(usePolicy());
  const onDone = () => {
    saver.stop();
    draft.forget();
  };
  const { mutate, error, isPending } = useSign(content, { onDone, onFailed: saver.release });

  const submit = () => {
    saver.hold();
    mutate({
      revision: content.revision,
      documentSha256: content.document.sha256,
      values: work.values,
      signature: work.marks.signature,
      initials: work.marks.initials,
      signingReason: rules.signingReasons.length > 0 ? work.signingReason : null,
      reviewed: work.reviewed,
    });
  };
  return { draft, saver, work, rules, submission: { error, isPending, submit }, onDone };
}
