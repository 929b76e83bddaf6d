type Due = { now: number; mistaken: number; limit: number };

/** Those whose time has come, the longest due first; of times after `mistaken` a clock was wrong (`messages/delivery.ts`). */
export const takeDue = <Item>(
  items: readonly Item[],
  read: (item: Item) => number | null,
  { now, mistaken, limit }: Due,
): Item[] =>
  items
    .flatMap((item) => {
      const at = read(item);
      return at !== null && (at <= now || at > mistaken) ? [{ item, at }] : [];
    })
    .toSorted((one, other) => one.at - other.at)
    .slice(0, limit)
    .map(({ item }) => item);
