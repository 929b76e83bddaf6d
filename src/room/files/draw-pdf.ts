/** A PDF's pages, one under the other, to look through before sending. Fetched only when somebody looks. */
import { startReading } from '#lib/pdf/load-pdf.ts';

/** More is for the reader in the new tab. */
const maxPages = 30;
const maxPixelDensity = 2;
/** Of one page; beyond it phones give up. */
const maxPixels = 6_000_000;

/**
 * Hands over page after page. @throws when the signal says stop, and when it is damaged, locked with a password, or too much for this
 * device: it cannot be shown, and can be sent all the same.
 */
export async function drawPages(
  bytes: Blob,
  measureWidth: () => number,
  signal: AbortSignal,
  onPage: (page: number, canvas: HTMLCanvasElement) => void,
): Promise<void> {
  const data = new Uint8Array(await bytes.arrayBuffer());
  signal.throwIfAborted();
  const task = await startReading(data);
  try {
    const document = await task.promise;
    for (let page = 1; page <= Math.min(document.numPages, maxPages); page += 1) {
      const drawn = await drawPage(await document.getPage(page), measureWidth());
      signal.throwIfAborted();
      onPage(page, drawn);
    }
  } finally {
    await task.destroy();
  }
}

type PdfPage = Awaited<ReturnType<import('pdfjs-dist').PDFDocumentProxy['getPage']>>;

async function drawPage(page: PdfPage, width: number): Promise<HTMLCanvasElement> {
  const density = Math.min(devicePixelRatio, maxPixelDensity);
  const size = page.getViewport({ scale: 1 });
  const scale = Math.min((width * density) / size.width, Math.sqrt(maxPixels / (size.width * size.height)));
  const viewport = page.getViewport({ scale });
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await page.render({ canvas, viewport }).promise;
  return canvas;
}
