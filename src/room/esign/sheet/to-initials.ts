/** "Grace Brewster Hopper" → "GBH"; names in writings without capitals keep their first letters as they are. */
export const toInitials = (name: string): string =>
  name
    .split(/[\s-]+/)
    .filter(Boolean)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toLocaleUpperCase()
    .slice(0, 4);
