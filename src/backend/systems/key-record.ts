/** An API key as it is stored: everything but the key. */
import type { AgentId, TeamId } from '#contract/ids.ts';
import type { KeyScope } from '#contract/rights.ts';

export type KeyRecord = {
  id: AgentId;
  name: string;
  team: TeamId;
  scopes: KeyScope[];
  /** SHA-256 (hex) of the bearer. */
  secretHash: string;
  /** What the key is made of besides the request that asked for it (`api-keys.ts`); absent in those that were made before there was one. */
  seed?: string;
  createdAt: number;
  createdBy: string;
  /** `2026-11-22`, UTC; null: never. */
  lastUsedOn: string | null;
};
