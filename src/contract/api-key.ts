/** Keys of the business's systems: what an administrator sees of them, and tells a system once. */
import * as z from 'zod/mini';

import { agentIdSchema, teamIdSchema } from '#contract/ids.ts';
import { keyScopeSchema, keyScopes } from '#contract/rights.ts';
import { dateSchema, instantSchema, nameSchema } from '#contract/scalars.ts';

export const addApiKeyInputSchema = z.object({
  /** Customers read it where the system does what a person would. */
  name: nameSchema,
  /** What it starts has this team's settings; it reaches every session that has them, and no other. */
  team: teamIdSchema,
  scopes: z.array(keyScopeSchema).check(z.minLength(1), z.maxLength(keyScopes.length)),
});

export const apiKeySchema = z.object({
  ...addApiKeyInputSchema.shape,
  /** Note: stands where an agent's would. */
  id: agentIdSchema,
  createdAt: instantSchema,
  createdBy: z.string(),
  /** The day (UTC); null: never. */
  lastUsedOn: z.nullable(dateSchema),
});
export type ApiKey = z.infer<typeof apiKeySchema>;

/** `secret`: the bearer. Told once and never stored in the clear. */
export const addedApiKeySchema = z.object({ key: apiKeySchema, secret: z.string() });
