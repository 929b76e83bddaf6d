import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';

import { createTurns } from '#lib/pdf/take-turns.ts';
import { loadPdf, type Pdf, startReading } from '#lib/pdf/load-pdf.ts';

/** In points, as shown. */
export type PageSize = { width: number; height: number };

export type OpenDocument = {
  pages: readonly PageSize[];
  /** Resolves with every page's true size, once what is wanted sooner is done. Those further down are first taken to be like the first. */
  measure: (signal: AbortSignal) => Promise<readonly PageSize[]>;
  /** Draws a page; `scale` is canvas pixels a point. Rejects with an `AbortError` when the signal says so. */
  drawPage: (index: number, canvas: HTMLCanvasElement, scale: number, signal: AbortSignal) => Promise<void>;
  /** Lays the page's text over it, to be read, selected and searched. */
  layText: (index: number, container: HTMLElement, signal: AbortSignal) => Promise<void>;
  close: () => void;
};

/** As many as may be seen at once when it opens: nothing of them moves later. */
const measuredAtOnce = 3;

type OpeningAhead = { opening: Promise<OpenDocument>; document?: OpenDocument };
const openedAhead = new WeakMap<Uint8Array<ArrayBuffer>, OpeningAhead>();

/** Opens what will be asked for next, so that it is there at once. Whoever opens these bytes gets it, once. */
export async function openAhead(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const ahead = openedAhead.get(bytes) ?? { opening: readDocument(bytes) };
  openedAhead.set(bytes, ahead);
  ahead.document = await ahead.opening;
}

/** What `openDocument` will give, where that is there already. */
export const peekDocument = (bytes: Uint8Array<ArrayBuffer>): OpenDocument | undefined =>
  openedAhead.get(bytes)?.document;

/** @throws when it cannot be read as a PDF. */
export function openDocument(bytes: Uint8Array<ArrayBuffer>): Promise<OpenDocument> {
  const opening = openedAhead.get(bytes)?.opening ?? readDocument(bytes);
  openedAhead.delete(bytes);
  return opening;
}

async function readDocument(bytes: Uint8Array<ArrayBuffer>): Promise<OpenDocument> {
  const [pdf, task] = await Promise.all([loadPdf(), startReading(bytes)]);
  const document = await task.promise;
  const turns = createTurns();
  const measure = async (count: number) =>
    Promise.all(Array.from({ length: count }, (_, index) => measurePage(document, index)));
  const first = await measure(Math.min(measuredAtOnce, document.numPages));
  return {
    pages: Array.from({ length: document.numPages }, (_, index) => first[index] ?? first[0] ?? unknownSize),
    measure: (signal) => turns.take('later', signal, () => measure(document.numPages)),
    drawPage: (index, canvas, scale, signal) =>
      turns.take('picture', signal, async () => drawPage(await document.getPage(index + 1), canvas, scale, signal)),
    layText: (index, container, signal) =>
      turns.take('later', signal, async () => layText(pdf, await document.getPage(index + 1), container, signal)),
    close: () => {
      void task.destroy();
    },
  };
}

/** Of a page that cannot be read: it takes its room and says so when it is to be drawn; the others are read all the same. */
const unknownSize: PageSize = { width: 595, height: 842 };

async function measurePage(document: PDFDocumentProxy, index: number): Promise<PageSize> {
  try {
    const page = await document.getPage(index + 1);
    const { width, height } = page.getViewport({ scale: 1 });
    return { width, height };
  } catch {
    return unknownSize;
  }
}

/** Note: without memory, or guarded by the browser, there is no canvas. pdf.js measures its text on one as well. */
const canDraw = (canvas: HTMLCanvasElement): boolean => canvas.getContext('2d') !== null;

async function drawPage(
  page: PDFPageProxy,
  canvas: HTMLCanvasElement,
  scale: number,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  if (!canDraw(canvas)) throw new Error('Failed to draw a page: there is no canvas.');
  const viewport = page.getViewport({ scale });
  canvas.width = Math.ceil(viewport.width);
  canvas.height = Math.ceil(viewport.height);
  const task = page.render({ canvas, viewport });
  const stop = () => {
    task.cancel();
  };
  signal.addEventListener('abort', stop);
  try {
    await task.promise;
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
    page.cleanup();
  }
}

async function layText(
  { TextLayer }: Pdf,
  page: PDFPageProxy,
  container: HTMLElement,
  signal: AbortSignal,
): Promise<void> {
  const textContentSource = await page.getTextContent();
  signal.throwIfAborted();
  if (!canDraw(document.createElement('canvas'))) {
    container.textContent = textContentSource.items.map((item) => ('str' in item ? item.str : '')).join(' ');
    return;
  }
  const layer = new TextLayer({ textContentSource, container, viewport: page.getViewport({ scale: 1 }) });
  await layer.render();
}
