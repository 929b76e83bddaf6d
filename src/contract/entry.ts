/**
 * The one answer that brings everything the first screen needs, or says why there is none. Gates are met in order
 * (product.md 4), so nothing of a session is in here before its gate is passed. A link nobody knows is a problem
 * (`link-unknown`), not an entry: it has no business to show.
 */
import * as z from 'zod/mini';

import { fileIdSchema } from '#contract/ids.ts';
import { policySchema } from '#contract/policy.ts';
import { instantSchema } from '#contract/scalars.ts';
import { colorSchema } from '#contract/settings.ts';
import { engagementChannelSchema, sessionSchema } from '#contract/session.ts';

export const brandingSchema = z.object({
  companyName: z.nullable(z.string()),
  logo: z.nullable(fileIdSchema),
  primaryColor: z.nullable(colorSchema),
  backgroundColor: z.nullable(colorSchema),
});
export type Branding = z.infer<typeof brandingSchema>;

export const agentActivitySchema = z.enum(['active', 'inactive', 'unknown']);
export type AgentActivity = z.infer<typeof agentActivitySchema>;

/** Where a new link would go; null when no channel may be used and the button must not be offered. */
export const newLinkOfferSchema = z.object({
  channel: engagementChannelSchema,
  /** `j•••@example.com` or `•••42`. */
  maskedAddress: z.string(),
  /** Seconds until another one may be asked for; 0 = now. */
  coolDown: z.int(),
});
export type NewLinkOffer = z.infer<typeof newLinkOfferSchema>;

/** Who may show the page in a frame and is told how it goes there, as `policy` says of an open one; absent = nobody. */
const allowedOrigins = z.optional(z.array(z.string()));

export const entrySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('cannot-enter'),
    code: z.enum(['link-expired', 'session-ended']),
    branding: brandingSchema,
    newLink: z.nullable(newLinkOfferSchema),
    allowedOrigins,
  }),
  z.object({
    kind: z.literal('consent'),
    branding: brandingSchema,
    consent: z.object({ text: z.string(), revision: z.string() }),
    allowedOrigins,
  }),
  z.object({
    kind: z.literal('open'),
    branding: brandingSchema,
    policy: policySchema,
    session: sessionSchema,
    agentActivity: agentActivitySchema,
    enteredAt: instantSchema,
  }),
]);
export type Entry = z.infer<typeof entrySchema>;
export type OpenEntry = Extract<Entry, { kind: 'open' }>;
