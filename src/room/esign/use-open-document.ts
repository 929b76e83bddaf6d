import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import type { EsignContent } from '#contract/esign.ts';
import { useSessionClient } from '#lib/session-client/session-client.tsx';
import { documentBytesQuery } from '#room/esign/esign-query.ts';
import { openDocument, type OpenDocument, type PageSize, peekDocument } from '#lib/pdf/open-document.ts';

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
  const pages = content.document.pages;
  // Note: what was opened ahead is drawn at once, without a frame in which it seems to be opening.
  const [opened, setOpened] = useState(() => {
    const ahead = bytes && peekDocument(bytes);
    return ahead && judge(ahead, pages);
  });

  useEffect(() => {
    if (!bytes) return undefined;
    const left = new AbortController();
    const opening = openDocument(bytes);
    opening.then(
      (document) => {
        if (left.signal.aborted) return;
        const judged = judge(document, pages);
        setOpened(judged);
        if (judged !== 'failed') measureAll(document, left.signal, setOpened);
      },
      () => {
        if (!left.signal.aborted) setOpened('failed');
      },
    );
    return () => {
      left.abort();
      opening.then(
        ({ close }) => {
          close();
        },
        () => undefined,
      );
    };
  }, [bytes, attempt, pages]);

  const retry = () => {
    setOpened(undefined);
    setAttempt((before) => before + 1);
    void refetch();
  };
  if (isError) return { kind: 'failed', reason: 'not-loaded', retry };
  if (opened === 'failed') return { kind: 'failed', reason: 'unreadable', retry };
  return opened ? { kind: 'open', document: opened } : { kind: 'opening' };
}

/** Note: a document with pages missing would be signed without what stands on them. */
const judge = (document: OpenDocument, pages: number): OpenDocument | 'failed' =>
  document.pages.length >= pages ? document : 'failed';

/** Note: most documents have pages of one size, and nothing happens; others settle below what is seen first. */
function measureAll(document: OpenDocument, signal: AbortSignal, onMeasured: (document: OpenDocument) => void): void {
  document.measure(signal).then(
    (pages) => {
      if (!hasSameSizes(pages, document.pages)) onMeasured({ ...document, pages });
    },
    // Note: left meanwhile; a page that cannot be measured is given a size, and says so when it is to be drawn.
    () => undefined,
  );
}

const hasSameSizes = (some: readonly PageSize[], others: readonly PageSize[]): boolean =>
  some.every(({ width, height }, index) => width === others[index]?.width && height === others[index].height);
