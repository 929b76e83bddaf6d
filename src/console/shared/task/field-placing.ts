/** Boxes of fields on a page, in fractions of it: where a new one goes, and where a move may take it. */
import type { Box, EsignField } from '#contract/esign.ts';
import { partIdSchema } from '#contract/ids.ts';

export const placeableKinds = ['signature', 'initials', 'date', 'text'] as const;
export type PlaceableKind = (typeof placeableKinds)[number];

export const isPlaceable = (kind: EsignField['kind']): kind is PlaceableKind =>
  placeableKinds.some((one) => one === kind);

const sizes: Readonly<Record<PlaceableKind, { width: number; height: number }>> = {
  signature: { width: 0.36, height: 0.06 },
  initials: { width: 0.14, height: 0.05 },
  date: { width: 0.22, height: 0.035 },
  text: { width: 0.36, height: 0.035 },
};

type Circumstances = { page: number; label: string; others: readonly EsignField[] };

/** In the lower half, where agreements are signed; each a little lower than those that are there. */
export function createField(kind: PlaceableKind, { page, label, others }: Circumstances): EsignField {
  const id = partIdSchema.parse(`field-${crypto.randomUUID()}`);
  const box = keepOnPage({ x: 0.1, y: 0.55 + 0.07 * (others.length % 6), ...sizes[kind] });
  const placed = { id, label, page, box, required: true, readOnly: false, participant: 1 };
  switch (kind) {
    case 'signature':
    case 'initials':
      return { ...placed, kind };
    case 'date':
      return { ...placed, kind, prefill: null };
    case 'text':
      return { ...placed, kind, prefill: null, maxLength: 200 };
  }
}

const smallest = 0.02;
const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);

export function keepOnPage({ x, y, width, height }: Box): Box {
  const wide = clamp(width, smallest, 1);
  const high = clamp(height, smallest, 1);
  return { x: clamp(x, 0, 1 - wide), y: clamp(y, 0, 1 - high), width: wide, height: high };
}

const step = 0.01;
const directions: Readonly<Partial<Record<string, readonly [number, number]>>> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
};

/** What an arrow key makes of a box: another place, with Shift another size; null: it is no arrow key. */
export function moveByKey(box: Box, { key, shiftKey }: { key: string; shiftKey: boolean }): Box | null {
  const direction = directions[key];
  if (!direction) return null;
  const [across, down] = direction;
  return keepOnPage(
    shiftKey
      ? { ...box, width: box.width + across, height: box.height + down }
      : { ...box, x: box.x + across, y: box.y + down },
  );
}
