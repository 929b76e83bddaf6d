import { type ReactNode, useEffect, useRef } from 'react';

import styles from '#console/shared/task/task.module.css';
import type { OpenDocument } from '#lib/pdf/open-document.ts';

type PagePictureProps = { document: OpenDocument | null; page: number; children: ReactNode };

const a4 = { width: 595, height: 842 };

/** One page as it will be seen, white until it is drawn, and what lies over it. */
export const PagePicture = ({ document, page, children }: PagePictureProps) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = document?.pages[page] ?? a4;
  useEffect(() => {
    const target = canvas.current;
    if (!target || !document) return undefined;
    const abort = new AbortController();
    const scale = (target.clientWidth / size.width) * devicePixelRatio;
    document.drawPage(page, target, scale, abort.signal).catch(() => {
      // Note: what cannot be drawn stays white; fields can be put on it all the same.
      target.width = 0;
    });
    return () => abort.abort();
  }, [document, page, size]);
  return (
    <div className={styles['paper']} style={{ aspectRatio: `${size.width} / ${size.height}` }}>
      <canvas ref={canvas} className={styles['picture']} aria-hidden />
      {children}
    </div>
  );
};
