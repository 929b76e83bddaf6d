import { useEffect, useRef } from 'react';

import type { OpenDocument } from '#lib/pdf/open-document.ts';
import styles from '#room/esign/pdf/document-view.module.css';

/** A page's words, invisible, exactly over their picture: for those who listen, select or search. */
export const PageText = ({ document: pdf, index }: { document: OpenDocument; index: number }) => {
  const holder = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const container = holder.current;
    if (!container) return undefined;
    const abort = new AbortController();
    pdf.layText(index, container, abort.signal).catch(() => {
      // Note: without its words the page is still seen and filled in; what cannot be drawn either says so itself.
      container.replaceChildren();
    });
    return () => {
      abort.abort();
      container.replaceChildren();
    };
  }, [pdf, index]);

  return <div ref={holder} className={styles['text']} dir="ltr" />;
};
