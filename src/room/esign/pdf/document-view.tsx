import { type CSSProperties, type ReactNode, useState } from 'react';

import { Text, useText } from '#lib/i18n/text.tsx';
import type { OpenDocument, PageSize } from '#lib/pdf/open-document.ts';
import { PageCanvas } from '#room/esign/pdf/page-canvas.tsx';
import { PageText } from '#room/esign/pdf/page-text.tsx';
import { resolveLivePages } from '#room/esign/pdf/resolve-live-pages.ts';
import { useElementWidth } from '#room/esign/pdf/use-element-width.ts';
import { usePixelDensity } from '#room/esign/pdf/use-pixel-density.ts';
import { useVisiblePages } from '#room/esign/pdf/use-visible-pages.ts';
import styles from '#room/esign/pdf/document-view.module.css';

type DocumentViewProps = {
  document: OpenDocument;
  title: string;
  /** 1 = as wide as there is room. */
  zoom: number;
  /** What lies over a page, placed in fractions of it. `size` in points. */
  renderOverlay: (index: number, size: PageSize) => ReactNode;
};

/** The pages under each other. All of them take their room at once; only those about to be seen are drawn. */
export const DocumentView = ({ document, title, zoom, renderOverlay }: DocumentViewProps) => {
  const text = useText();
  const { ref, width } = useElementWidth();
  const density = usePixelDensity();
  const { visible, observe } = useVisiblePages();
  const { drawn, readable } = resolveLivePages(visible, document.pages.length);

  return (
    // Note: can be scrolled sideways when zoomed in, so it can be reached by keyboard.
    <section
      className={styles['document']}
      data-scroller
      aria-label={text('esign.document', { title })}
      tabIndex={zoom > 1 ? 0 : undefined}
    >
      <div ref={ref} className={styles['pages']}>
        {document.pages.map((size, index) => (
          <PageView
            // Note: pages have no other identity than their place, and never move.
            key={index}
            document={document}
            index={index}
            scale={(width * zoom) / size.width}
            width={width * zoom}
            density={density}
            isDrawn={drawn.has(index)}
            isReadable={readable.has(index)}
            observe={observe}
          >
            {renderOverlay(index, size)}
          </PageView>
        ))}
      </div>
    </section>
  );
};

type Style = CSSProperties & Record<`--${string}`, string | number>;

type PageViewProps = {
  document: OpenDocument;
  index: number;
  scale: number;
  width: number;
  density: number;
  isDrawn: boolean;
  isReadable: boolean;
  observe: (element: HTMLElement | null) => (() => void) | undefined;
  children: ReactNode;
};

const PageView = ({
  document,
  index,
  scale,
  width,
  density,
  isDrawn,
  isReadable,
  observe,
  children,
}: PageViewProps) => {
  const text = useText();
  const [isFailed, setFailed] = useState(false);
  const size = document.pages[index] ?? { width: 1, height: 1 };
  const style: Style = {
    inlineSize: width || '100%',
    aspectRatio: `${size.width} / ${size.height}`,
    '--scale-factor': scale,
  };
  return (
    <section
      ref={observe}
      className={styles['page']}
      data-page={index}
      aria-label={text('esign.page', { page: index + 1, pages: document.pages.length })}
      style={style}
    >
      {isDrawn && !isFailed && (
        <PageCanvas
          document={document}
          index={index}
          scale={scale}
          density={density}
          onFailure={() => setFailed(true)}
        />
      )}
      {isFailed && (
        <p className={styles['failed']}>
          <Text id="esign.page-failed" />
        </p>
      )}
      {isReadable && <PageText document={document} index={index} />}
      <div className={styles['overlay']} dir="ltr">
        {children}
      </div>
    </section>
  );
};
