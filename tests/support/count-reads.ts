/** Lists that count how often anything in them is looked at: how much work a rule does, where a clock would only guess. */
export function createReadCounter() {
  let reads = 0;
  const watch = <Target extends object>(target: Target): Target =>
    new Proxy(target, {
      get: (object, key) => {
        reads += 1;
        const value: unknown = Reflect.get(object, key);
        return value;
      },
    });
  return {
    /** The same list: reading it, or a property of what is in it, counts. */
    watchList: <Item extends object | string>(items: readonly Item[]): readonly Item[] =>
      watch(items.map((item) => (typeof item === 'object' ? watch(item) : item))),
    count: () => reads,
  };
}
