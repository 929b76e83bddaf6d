import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import type { EsignContent } from '#contract/esign.ts';
import { useSessionClient } from '#lib/session-client/session-client.tsx';
import { documentBytesQuery } from '#room/esign/esign-query.ts';
import { openDocument, type OpenDocument } from '#room/esign/pdf/open-document.ts';

export type DocumentState =
  | { kind: 'opening' }
  | { kind: 'open'; document: OpenDocument }
  /** `reason`: it did not arrive, or it is here and this device cannot read it. */
  | { kind: 'failed'; reason: 'not-loaded' | 'unreadable'; retry: () => void };

/** Fetches and opens the document; closes it with the screen. A failure of either is told, and can be tried again. */
export function useOpenDocument(content: EsignContent): DocumentState {
  const client = useSessionClient();
  const { data: bytes, isError, refetch } = useQuery(documentBytesQuery(client, content.document));
  const [attempt, setAttempt] = useState(0);
  const [opened, setOpened] = useState<OpenDocument | 'failed' | null>(null);

  useEffect(() => {
    if (!bytes) return undefined;
    let isLeft = false;
    const opening = openDocument(bytes);
    opening.then(
      (document) => {
        // Note: a document with pages missing would be signed without what stands on them.
        if (!isLeft) setOpened(document.pages.length < content.document.pages ? 'failed' : document);
      },
      () => {
        if (!isLeft) setOpened('failed');
      },
    );
    return () => {
      isLeft = true;
      opening.then(
        ({ close }) => {
          close();
        },
        () => undefined,
      );
    };
  }, [bytes, attempt, content.document.pages]);

  const retry = () => {
    setOpened(null);
    setAttempt((before) => before + 1);
    void refetch();
  };
  if (isError) return { kind: 'failed', reason: 'not-loaded', retry };
  if (opened === 'failed') return { kind: 'failed', reason: 'unreadable', retry };
  return opened ? { kind: 'open', document: opened } : { kind: 'opening' };
}
