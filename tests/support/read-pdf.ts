import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The text of each page, as a viewer reads it. */
export async function readPdfTexts(bytes: Uint8Array<ArrayBuffer>): Promise<string[]> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  const document = await task.promise;
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => {
      const { items } = await (await document.getPage(index + 1)).getTextContent();
      return items.map((item) => ('str' in item ? item.str : '')).join(' ');
    }),
  );
  await task.destroy();
  return pages;
}

/** Where a text begins on a page as shown: fractions from the top left; `size` in points. */
export async function findText(bytes: Uint8Array<ArrayBuffer>, pageIndex: number, text: string) {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  const page = await (await task.promise).getPage(pageIndex + 1);
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const item = items.find((one) => 'str' in one && one.str.includes(text));
  await task.destroy();
  if (!item || !('transform' in item)) return null;
  const point: unknown[] = viewport.convertToViewportPoint(Number(item.transform[4]), Number(item.transform[5]));
  return {
    x: Number(point[0]) / viewport.width,
    y: Number(point[1]) / viewport.height,
    size: Math.hypot(Number(item.transform[2]), Number(item.transform[3])) * viewport.userUnit,
  };
}

/** The size of each page as shown, in points. */
export async function measurePages(bytes: Uint8Array<ArrayBuffer>): Promise<string[]> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  const document = await task.promise;
  const sizes: string[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    const { width, height } = (await document.getPage(page)).getViewport({ scale: 1 });
    sizes.push(`${width} × ${height}`);
  }
  await task.destroy();
  return sizes;
}
