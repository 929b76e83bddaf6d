/**
 * Keeps QA's conditions beside the store and shared by the tabs. A copy is at hand at any time, because clocks cannot wait; using up
 * a fault is settled where it is kept, because two tabs may meet it at once.
 */
import { type NetworkFault, spendFault } from '#backend/scenarios/network-fault.ts';
import { type Conditions, noConditions, parseConditions } from '#hosts/browser/conditions.ts';
import type { Database } from '#hosts/browser/open-database.ts';
import type { TabChannel } from '#hosts/browser/tab-channel.ts';

/** Where they are kept. `update` is atomic: nobody else's change gets in between. */
export type ConditionsShelf = {
  read: () => Promise<Conditions>;
  update: (change: (conditions: Conditions) => Conditions) => Promise<Conditions>;
};

export type ConditionsKeeper = {
  current: () => Conditions;
  change: (change: (conditions: Conditions) => Conditions) => Promise<void>;
  /** Uses up one time of the first fault that fits; undefined when there is none, or another tab was first. */
  takeFault: (fits: (fault: NetworkFault) => boolean) => Promise<NetworkFault | undefined>;
  /** Everything was forgotten: looks again. */
  reload: () => Promise<void>;
  watch: (onChange: () => void) => () => void;
};

export async function createConditionsKeeper(shelf: ConditionsShelf, channel: TabChannel): Promise<ConditionsKeeper> {
  let current = await shelf.read();
  const watchers = new Set<() => void>();

  const apply = (next: Conditions) => {
    current = next;
    for (const onChange of watchers) onChange();
  };
  const reload = async () => apply(await shelf.read());
  const change: ConditionsKeeper['change'] = async (decide) => {
    apply(await shelf.update(decide));
    channel.tell({ kind: 'conditions' });
  };
  channel.listen(({ kind }) => {
    // Note: where looking again fails, what was known goes on; a reset or a reload of the page is next.
    if (kind === 'conditions') reload().catch((error: unknown) => reportError(error));
  });

  return {
    current: () => current,
    change,
    async takeFault(fits) {
      // Note: most requests meet no fault, or one that stays: they shall not wait for the shelf.
      const known = current.faults.find(fits);
      if (typeof known?.times !== 'number') return known;
      let taken: NetworkFault | undefined;
      await change((conditions) => {
        taken = conditions.faults.find(fits);
        return taken ? { ...conditions, faults: spendFault(conditions.faults, taken) } : conditions;
      });
      return taken;
    },
    reload,
    watch(onChange) {
      watchers.add(onChange);
      return () => {
        watchers.delete(onChange);
      };
    },
  };
}

const key = 'qa';

export const createKeptShelf = (database: Database): ConditionsShelf => ({
  read: async () => parseConditions(await database.get('conditions', key)),
  async update(change) {
    const transaction = database.transaction('conditions', 'readwrite');
    const next = change(parseConditions(await transaction.store.get(key)));
    await Promise.all([transaction.store.put(next, key), transaction.done]);
    return next;
  },
});

export function createMemoryShelf(): ConditionsShelf {
  let kept = noConditions;
  return {
    read: () => Promise.resolve(kept),
    update: (change) => {
      kept = change(kept);
      return Promise.resolve(kept);
    },
  };
}
