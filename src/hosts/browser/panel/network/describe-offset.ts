const units = [
  ['d', 24 * 60 * 60_000],
  ['h', 60 * 60_000],
  ['min', 60_000],
  ['s', 1_000],
] as const;

/** How far a clock is off, in words: `+8 d 1 h`. Milliseconds in. */
export function describeOffset(offset: number): string {
  let rest = Math.abs(offset);
  const parts = units.flatMap(([unit, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count === 0 ? [] : [`${count} ${unit}`];
  });
  return `${offset < 0 ? '−' : '+'}${parts.join(' ')}`;
}
