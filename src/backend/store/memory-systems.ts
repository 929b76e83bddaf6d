/** The business's systems in memory. */
import type { AgentId } from '#contract/ids.ts';
import type { SystemsStore } from '#backend/store/systems-store.ts';
import type { KeyRecord } from '#backend/systems/key-record.ts';

export function createMemorySystems(): SystemsStore {
  const keys = new Map<AgentId, KeyRecord>();
  return {
    listKeys: async () => structuredClone([...keys.values()]),
    findKey: async (secretHash) => structuredClone([...keys.values()].find((key) => key.secretHash === secretHash)),
    async addKey(key) {
      keys.set(key.id, structuredClone(key));
    },
    deleteKey: async (id) => keys.delete(id),
    async noteKeyUse(id, day) {
      const key = keys.get(id);
      if (key) keys.set(id, { ...key, lastUsedOn: day });
    },
  };
}
