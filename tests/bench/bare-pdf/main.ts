/**
 * pdf.js with nothing around it: what drawing a document costs by itself. The first page, or with `?all` every page, as wide as the screen and
 * as sharp. The same build of pdf.js as the room's.
 */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

async function fetchDocument(): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch('/document.pdf');
  return new Uint8Array(await response.arrayBuffer());
}

async function drawPage(pdf: PDFDocumentProxy, number: number): Promise<void> {
  const page = await pdf.getPage(number);
  const { width } = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: (innerWidth * devicePixelRatio) / width });
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(viewport.width);
  canvas.height = Math.ceil(viewport.height);
  await page.render({ canvas, viewport }).promise;
  document.body.append(canvas);
}

const [{ getDocument, GlobalWorkerOptions }, data] = await Promise.all([
  import('pdfjs-dist/legacy/build/pdf.mjs'),
  fetchDocument(),
]);
GlobalWorkerOptions.workerSrc = workerUrl;
const pdf = await getDocument({ data, verbosity: 0 }).promise;
const last = location.search === '?all' ? pdf.numPages : 1;
for (let number = 1; number <= last; number += 1) await drawPage(pdf, number);
