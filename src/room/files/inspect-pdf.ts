/** Whether a PDF will open for whoever gets it: told while the customer can still choose another one. */
import { startReading } from '#lib/pdf/load-pdf.ts';

export type PdfCondition = 'fine' | 'locked' | 'damaged';

/** Bytes from the start, from the end, and from where the end says that the table of the document begins. */
const lookedAt = 8_192;

/** Note: only what looks odd is opened, which costs a customer's phone a megabyte of pdf.js; nearly every file is fine at a glance. */
export async function inspectPdf(file: Blob): Promise<PdfCondition> {
  if (!(await isSuspect(file))) return 'fine';
  try {
    const task = await startReading(new Uint8Array(await file.arrayBuffer()));
    const condition = await task.promise.then(() => 'fine' as const, toPdfCondition);
    await task.destroy();
    return condition;
  } catch {
    // Note: no reader, no verdict; the file is sent as it is.
    return 'fine';
  }
}

/** pdf.js names its failures; everything but these says nothing about the file. */
export function toPdfCondition(error: unknown): PdfCondition {
  if (!(error instanceof Error)) return 'fine';
  if (error.name === 'PasswordException') return 'locked';
  return error.name === 'InvalidPDFException' || error.name === 'FormatError' ? 'damaged' : 'fine';
}

/** Cut off, or encrypted: a file that opens without a password says so, too. */
async function isSuspect(file: Blob): Promise<boolean> {
  const end = await readText(file, Math.max(0, file.size - lookedAt));
  const table = /startxref\s+(\d{1,10})\s+%%EOF/.exec(end)?.[1];
  if (table === undefined) return true;
  const parts = [await readText(file, 0), end, await readText(file, Number(table))];
  return parts.some((text) => text.includes('/Encrypt'));
}

/** Note: Latin-1 gives one character a byte. */
async function readText(file: Blob, from: number): Promise<string> {
  const bytes = new Uint8Array(await file.slice(from, from + lookedAt).arrayBuffer());
  return String.fromCharCode(...bytes);
}
