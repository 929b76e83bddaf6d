/**
 * What may be added to an item and when a request is complete. The room asks before it sends and shows the answer in words;
 * the backend asks again and refuses.
 */
import type { RequestedItem } from '#contract/document-request.ts';
import type { PartId } from '#contract/ids.ts';
import { limits } from '#contract/limits.ts';
import { toSafeName } from '#domain/file-name.ts';

type Held = { files: readonly unknown[] };

/** How many more files the item takes; uploads that have begun hold their place. */
export const countFreePlaces = (item: Pick<RequestedItem, 'maxFiles'> & Held, begunUploads: number): number =>
  Math.max(0, item.maxFiles - item.files.length - begunUploads);

/** The items that keep the request from being submitted: required, and nothing was added. */
export const listMissingItems = <Item extends Pick<RequestedItem, 'id' | 'required'> & Held>(
  items: readonly Item[],
): Item[] => items.filter(({ required, files }) => required && files.length === 0);

/** Whether the customer submits exactly what is there: the same files in the same order for every item. */
export const isSameSelection = (
  items: readonly { id: PartId; files: readonly { id: string }[] }[],
  selection: Readonly<Record<string, readonly string[]>>,
): boolean =>
  Object.keys(selection).every((id) => items.some((item) => item.id === id)) &&
  items.every(({ id, files }) => {
    const selected = selection[id] ?? [];
    return selected.length === files.length && files.every((file, at) => file.id === selected[at]);
  });

/**
 * A name no other file of the item has: cameras call every photo `image.jpg`, and two rows alike cannot be told apart.
 * `image.jpg` → `image (2).jpg`. Shortened where it is too long; the ending is kept.
 */
export function toUniqueName(name: string, taken: readonly string[]): string {
  const [, stem = '', ending = ''] = /^(.*?)(\.[^.]{1,10})?$/s.exec(toSafeName(name)) ?? [];
  for (let count = 1; ; count += 1) {
    const mark = count === 1 ? '' : ` (${count})`;
    const room = limits.fileNameLength - mark.length - ending.length;
    // Note: half a character would be left where one is cut through.
    const candidate = `${stem.slice(0, room).replace(/\p{Cs}/gu, '') || 'file'}${mark}${ending}`;
    if (!taken.includes(candidate)) return candidate;
  }
}
