/**
 * Names of files as they may be shown, stored and saved anywhere. The room names files before it sends them, the backend before it
 * keeps them, both through these: a name is what the customer reads, never where a file goes or what it is.
 */
import type { AcceptedType } from '#contract/document-request.ts';
import { limits } from '#contract/limits.ts';

/** The endings each type goes by, the usual one first. */
const fileEndings: Readonly<Record<AcceptedType, readonly [string, ...string[]]>> = {
  'application/pdf': ['.pdf'],
  'image/jpeg': ['.jpg', '.jpeg', '.jfif'],
  'image/png': ['.png'],
  'image/webp': ['.webp'],
  'image/heic': ['.heic', '.heif'],
};

/** What a picker is told (`accept`). Note: pickers know some types only by their endings. */
export const toPickerTypes = (types: readonly AcceptedType[]): string =>
  types.flatMap((type) => [type, ...fileEndings[type]]).join(',');

/** Control characters, halves of characters, and what turns the order of the letters around it: `fdp.exe` must not read `exe.pdf`. */
const unseen = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Without anything unseen and without a path. The same again when it is safe already; never empty, never longer. */
export function toSafeName(name: string): string {
  const safe = name.replace(unseen, '').replace(/[\\/]/g, '_').trim();
  return /[^.\s]/.test(safe) ? safe : 'file';
}

/** Ends as its bytes say, so that whoever saves it opens a document and not a program: `bill.exe` → `bill.exe.pdf`. */
export function toTypedName(name: string, type: AcceptedType): string {
  const [ending, ...others] = fileEndings[type];
  const lower = name.toLowerCase();
  if ([ending, ...others].some((known) => lower.endsWith(known))) return name;
  return `${name.slice(0, limits.fileNameLength - ending.length).replace(/\p{Cs}/gu, '')}${ending}`;
}
