/** How far around what is seen a page's text is there to be read on, and how many pages are drawn when there is room. */
const textReach = 2;
const drawnAtLeast = 3;

export type LivePages = { drawn: ReadonlySet<number>; readable: ReadonlySet<number> };

/**
 * Which pages are drawn, and whose text is there. Drawn: what can be seen, and a neighbour while that makes no more than
 * three: every canvas costs a phone megabytes. Text is cheap and lets those who listen read on past the edge.
 */
export function resolveLivePages(visible: ReadonlySet<number>, count: number): LivePages {
  const seen = [...visible].filter((page) => page < count).toSorted((a, b) => a - b);
  const first = seen[0] ?? 0;
  const last = seen.at(-1) ?? 0;
  const drawn = new Set(seen.length === 0 ? [0] : seen);
  for (const neighbour of [last + 1, first - 1]) {
    if (drawn.size < drawnAtLeast && neighbour >= 0 && neighbour < count) drawn.add(neighbour);
  }
  const readable = new Set<number>();
  for (let page = Math.max(first - textReach, 0); page <= Math.min(last + textReach, count - 1); page += 1) {
    readable.add(page);
  }
  return { drawn, readable };
}
