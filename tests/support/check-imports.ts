/** What is wrong with the imports of one file, by the table of `folder-guards.ts`. */
import { folderGuards } from '#tests/support/folder-guards.ts';
import type { SourceFile } from '#tests/support/read-imports.ts';

const folders = Object.keys(folderGuards);
const isWithin = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);
const allowedBy: Readonly<Record<string, readonly string[]>> = folderGuards;

/** The longest folder of the table a path belongs to: `room/esign/signature-pad.tsx` → `room/esign`. */
export const resolveFolder = (path: string): string | undefined =>
  folders.filter((folder) => isWithin(path, folder)).toSorted((a, b) => b.length - a.length)[0];

const checkImport = (folder: string | undefined, source: string): string | null => {
  if (source.startsWith('.')) return 'a relative path; import through #…';
  if (source === 'zod' || source.startsWith('zod/v')) return "full zod; use 'zod/mini'";
  if (!source.startsWith('#') || folder === undefined) return null;
  const target = source.slice(1);
  const allowed = [folder, ...(allowedBy[folder] ?? [])];
  // Note: `room` allows `room/app` too, but `room/esign` does not allow `room/payment`.
  return allowed.some((one) => isWithin(target, one)) ? null : `not allowed for ${folder}`;
};

export const checkImports = ({ path, imports }: Pick<SourceFile, 'path' | 'imports'>): string[] =>
  imports.flatMap((source) => {
    const complaint = checkImport(resolveFolder(path.replace(/^src\//, '')), source);
    return complaint === null ? [] : `${path} imports ${source}: ${complaint}`;
  });
