import type { BinaryFile } from '#lib/pdf/pdf-data.ts';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

/** Note: the legacy build, for the phones customers have. A chunk of its own; its worker is a file of its own. */
async function importPdf() {
  const pdf = await import('pdfjs-dist/legacy/build/pdf.mjs');
  pdf.GlobalWorkerOptions.workerSrc = workerUrl;
  return { ...pdf, worker: new pdf.PDFWorker({ verbosity: pdf.VerbosityLevel.ERRORS }) };
}

export type Pdf = Awaited<ReturnType<typeof importPdf>>;

let loading: Promise<Pdf> | null = null;

/** Once a page; a failed load is tried again by whoever asks next. */
export function loadPdf(): Promise<Pdf> {
  loading ??= importPdf().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

/**
 * Starts reading a document; `destroy` the task when done with it. Note: pdf.js hands the bytes over to its worker, so it gets a copy.
 */
export async function startReading(bytes: Uint8Array<ArrayBuffer>) {
  const pdf = await loadPdf();
  return pdf.getDocument({
    data: bytes.slice(),
    worker: pdf.worker,
    BinaryDataFactory: BinaryData,
    useWorkerFetch: false,
    enableXfa: false,
    verbosity: 0,
  });
}

/** What some documents need besides: character maps, standard fonts, image decoders. Fetched one by one when asked for. */
class BinaryData {
  async fetch({ filename }: BinaryFile): Promise<Uint8Array<ArrayBuffer>> {
    const { dataUrls } = await import('#lib/pdf/pdf-data.ts');
    const url = dataUrls.get(filename);
    if (url === undefined) throw new Error(`Failed to find ${filename} among pdf.js's data.`);
    const response = await fetch(url);
    if (!response.ok) throw new Error(`Failed to load ${filename}: ${response.status}.`);
    return new Uint8Array(await response.arrayBuffer());
  }
}
