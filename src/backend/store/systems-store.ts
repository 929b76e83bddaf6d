/** The part of the storage port that knows the business's systems. Its suite is `tests/backend/store/systems-suite.ts`, for every adapter. */
import type { AgentId } from '#contract/ids.ts';
import type { KeyRecord } from '#backend/systems/key-record.ts';

export type SystemsStore = {
  /** Oldest first. */
  listKeys: () => Promise<KeyRecord[]>;
  findKey: (secretHash: string) => Promise<KeyRecord | undefined>;
  addKey: (key: KeyRecord) => Promise<void>;
  /** Whether there was one. */
  deleteKey: (id: AgentId) => Promise<boolean>;
  /** Says nothing of a key that is not there any more. */
  noteKeyUse: (id: AgentId, day: string) => Promise<void>;
};
