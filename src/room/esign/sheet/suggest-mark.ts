import type { MarkKind } from '#domain/esign-fields.ts';

/** What "Type" begins with: the customer's name, or its first letters ("Grace Brewster Hopper" → "GBH"). */
export const suggestMark = (kind: MarkKind, name: string): string => (kind === 'signature' ? name : toInitials(name));

const toInitials = (name: string): string =>
  name
    .split(/[\s-]+/)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toLocaleUpperCase()
    .slice(0, 4);
