import { useEffect, useEffectEvent, useRef } from 'react';

import type { OpenDocument } from '#lib/pdf/open-document.ts';
import styles from '#room/esign/pdf/document-view.module.css';
import { afterPaint } from '#ui/after-paint.ts';

type PageCanvasProps = {
  document: OpenDocument;
  index: number;
  /** CSS pixels a point. */
  scale: number;
  /** Screen pixels a CSS pixel. */
  density: number;
  onFailure: () => void;
};

/** Pixels of one canvas; beyond it browsers on phones give up. */
const mostPixels = () => (matchMedia('(pointer: coarse)').matches ? 6_000_000 : 16_000_000);

/** A page's picture. While a sharper one is drawn the one before stays, stretched; what is left behind gives its memory back. */
export const PageCanvas = ({ document: pdf, index, scale, density, onFailure }: PageCanvasProps) => {
  const holder = useRef<HTMLDivElement>(null);
  const size = pdf.pages[index];
  const onFailed = useEffectEvent(onFailure);

  useEffect(() => {
    const parent = holder.current;
    if (!parent || !size || scale === 0) return undefined;
    const abort = new AbortController();
    const canvas = document.createElement('canvas');
    const wanted = scale * density;
    const possible = Math.sqrt(mostPixels() / (size.width * size.height));
    const draw = () => {
      pdf.drawPage(index, canvas, Math.min(wanted, possible), abort.signal).then(
        () => {
          if (abort.signal.aborted) return;
          for (const old of parent.querySelectorAll('canvas')) release(old);
          parent.append(canvas);
        },
        () => {
          release(canvas);
          if (!abort.signal.aborted) onFailed();
        },
      );
    };
    // Note: the screen around it comes first; drawing a page takes longer than all of that.
    const stopWaiting = afterPaint(draw);
    return () => {
      stopWaiting();
      abort.abort();
    };
  }, [pdf, index, scale, density, size]);

  useEffect(() => {
    const parent = holder.current;
    return () => {
      for (const canvas of parent?.querySelectorAll('canvas') ?? []) release(canvas);
    };
  }, []);

  return <div ref={holder} className={styles['picture']} aria-hidden />;
};

/** Note: Safari keeps the memory of a removed canvas until it has no size. */
function release(canvas: HTMLCanvasElement): void {
  canvas.remove();
  canvas.width = 0;
}
