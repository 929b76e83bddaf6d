/** People on the side of the business: who they are, how they sign in, and the sessions they see. */
import * as z from 'zod/mini';

import { agentIdSchema, sessionIdSchema, teamIdSchema } from '#contract/ids.ts';
import { roleSchema } from '#contract/rights.ts';
import { emailSchema, instantSchema, nameSchema } from '#contract/scalars.ts';
import { engagementChannelSchema } from '#contract/session.ts';

/** Characters. */
export const passwordBounds = { shortest: 12, longest: 200 } as const;

export const teamSchema = z.object({ id: teamIdSchema, name: nameSchema });
/** `seen`: the name that the writer went by, null for a team that is new; what somebody else called it since is not written over. */
export const teamInputSchema = z.object({ name: nameSchema, seen: z.nullable(nameSchema) });

const personFields = {
  name: nameSchema,
  email: emailSchema,
  role: roleSchema,
  /** Their own: what they start has its settings unless they say otherwise. */
  team: teamIdSchema,
  /** Others whose settings they may use. */
  otherTeams: z.array(teamIdSchema).check(z.maxLength(50)),
};
export const addPersonInputSchema = z.object(personFields);
const changeableFields = { ...personFields, isDisabled: z.boolean() };
/** `seen`: what the writer went by; what somebody else changed since is not written over. */
export const changePersonInputSchema = z.object({ ...changeableFields, seen: z.object(changeableFields) });
export const personSchema = z.object({
  ...changeableFields,
  id: agentIdSchema,
  hasPassword: z.boolean(),
});
export type Person = z.infer<typeof personSchema>;

/** Sets a password once; told once and never stored in the clear. */
export const passwordLinkSchema = z.object({ url: z.string(), expiresAt: instantSchema });
export const addedPersonSchema = z.object({ person: personSchema, passwordLink: passwordLinkSchema });

/** `email` is null for whoever is known by the host alone. */
export const meSchema = z.object({
  id: agentIdSchema,
  name: z.string(),
  email: z.nullable(z.string()),
  role: roleSchema,
  /** Their own first. */
  teams: z.array(teamSchema),
});

export const signInInputSchema = z.object({
  email: emailSchema,
  password: z.string().check(z.minLength(1), z.maxLength(passwordBounds.longest)),
});
/** `token`: the bearer for everything else; null where the host keeps it in a cookie. */
export const signedInSchema = z.object({ token: z.nullable(z.string()), expiresAt: instantSchema });

export const setPasswordInputSchema = z.object({
  /** What the link carries behind `#`. */
  token: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}\.[A-Za-z0-9_-]{16,128}$/)),
  password: z.string().check(z.minLength(passwordBounds.shortest), z.maxLength(passwordBounds.longest)),
});

/** `planned`: prepared, and nobody was told of it or let in yet. */
export const sessionStateSchema = z.enum(['planned', 'open', 'ended']);

export const listedSessionSchema = z.object({
  id: sessionIdSchema,
  team: teamIdSchema,
  agent: z.nullable(z.object({ id: agentIdSchema, name: z.string() })),
  customer: z.object({ name: z.string(), email: z.nullable(z.string()), phone: z.nullable(z.string()) }),
  channel: z.nullable(engagementChannelSchema),
  state: sessionStateSchema,
  startedAt: instantSchema,
  endedAt: z.nullable(instantSchema),
  /** Of the interactions that were not withdrawn. */
  interactions: z.object({ total: z.int(), completed: z.int() }),
});

/** `next`: the `cursor` of the page after this one; null = this is the last. */
export const sessionPageSchema = z.object({ sessions: z.array(listedSessionSchema), next: z.nullable(z.string()) });
