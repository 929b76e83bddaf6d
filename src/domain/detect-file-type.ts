/**
 * What a file is by its bytes, never by its name. The customer's browser asks before it sends, the backend before it keeps;
 * both through this one function, so they cannot disagree. What is not accepted anywhere is told apart too, because
 * "this is a Word file" helps and "wrong type" does not.
 */
import type { AcceptedType } from '#contract/document-request.ts';

export const refusedKinds = [
  'empty',
  'word',
  'spreadsheet',
  'presentation',
  /** An Office document of a kind that its first bytes do not tell. */
  'office',
  'archive',
  'other-image',
  'video',
  'text',
  'unknown',
] as const;
export type RefusedKind = (typeof refusedKinds)[number];
export type FileType = AcceptedType | RefusedKind;

/** Bytes from the start that decide; more is not looked at. */
export const detectionBytes = 4_096;

export function detectFileType(start: Uint8Array): FileType {
  if (start.byteLength === 0) return 'empty';
  const head = start.subarray(0, detectionBytes);
  // Note: Latin-1 gives one character a byte, so positions in the text are positions in the file.
  const text = String.fromCharCode(...head);
  return signatures.find(({ matches }) => matches(text))?.toType(text) ?? (isText(head) ? 'text' : 'unknown');
}

export const isImageType = (type: string): boolean => type.startsWith('image/');

const pdfHeader = /(^|[\r\n\0])(\xef\xbb\xbf)?\s*%PDF-\d/;

type Signature = { matches: (text: string) => boolean; toType: (text: string) => FileType };

const startsWith = (prefix: string, type: FileType): Signature => ({
  matches: (text) => text.startsWith(prefix),
  toType: () => type,
});

const signatures: readonly Signature[] = [
  startsWith('\xff\xd8\xff', 'image/jpeg'),
  startsWith('\x89PNG\r\n\x1a\n', 'image/png'),
  { matches: (text) => text.startsWith('RIFF') && text.startsWith('WEBP', 8), toType: () => 'image/webp' },
  { matches: (text) => text.startsWith('ftyp', 4), toType: toMediaType },
  startsWith('GIF8', 'other-image'),
  startsWith('II*\0', 'other-image'),
  startsWith('MM\0*', 'other-image'),
  { matches: (text) => text.startsWith('BM') && text.startsWith('\0\0\0\0', 6), toType: () => 'other-image' },
  { matches: (text) => text.startsWith('PK\x03\x04') || text.startsWith('PK\x05\x06'), toType: toZipType },
  { matches: (text) => text.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), toType: () => 'office' },
  startsWith('{\\rtf', 'word'),
  startsWith('Rar!\x1a\x07', 'archive'),
  startsWith('7z\xbc\xaf\x27\x1c', 'archive'),
  startsWith('\x1f\x8b', 'archive'),
  startsWith('\x1aE\xdf\xa3', 'video'),
  // Note: programs, scripts and pages that are PDFs as well: what runs is not taken for what is read.
  { matches: (text) => /^(MZ|\x7fELF|#!|\xca\xfe\xba\xbe|[\xce\xcf]\xfa\xed\xfe)/.test(text), toType: () => 'unknown' },
  { matches: (text) => /^(\xef\xbb\xbf)?\s*</.test(text), toType: () => 'text' },
  // Note: readers take a PDF whose header starts a line within the first 1,024 bytes, and scanners write such files.
  { matches: (text) => pdfHeader.test(text.slice(0, 1_024)), toType: () => 'application/pdf' },
];

const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx'];
const otherImageBrands = ['avif', 'avis', 'mif1', 'msf1', 'crx '];

/** ISO base media (`ftyp`): iPhone photos, AVIF and most videos share it; the brands tell them apart. */
function toMediaType(text: string): FileType {
  const size = Array.from(text.slice(0, 4)).reduce((sum, character) => sum * 256 + character.charCodeAt(0), 0);
  const brands = text.slice(8, Math.min(Math.max(size, 12), 256)).match(/.{4}/gs) ?? [];
  const has = (known: readonly string[]) => brands.some((brand) => known.includes(brand));
  if (has(heicBrands)) return 'image/heic';
  return has(otherImageBrands) ? 'other-image' : 'video';
}

/** Office documents are ZIP files; the names of their parts say which. */
function toZipType(text: string): FileType {
  if (/word\/|opendocument\.text/.test(text)) return 'word';
  if (/xl\/|opendocument\.spreadsheet/.test(text)) return 'spreadsheet';
  if (/ppt\/|opendocument\.presentation/.test(text)) return 'presentation';
  return text.includes('[Content_Types].xml') ? 'office' : 'archive';
}

/** No control characters but tab, line feed, form feed and carriage return. */
const isText = (bytes: Uint8Array): boolean =>
  bytes.every((byte) => byte >= 0x20 || [0x09, 0x0a, 0x0c, 0x0d].includes(byte));
