/** What an agent sends: sessions, interactions, answers to what customers handed in. */
import * as z from 'zod/mini';

import { fileIdSchema, interactionIdSchema, partIdSchema, sessionIdSchema, teamIdSchema } from '#contract/ids.ts';
import { languageSchema } from '#contract/language.ts';
import { limits } from '#contract/limits.ts';
import { esignTerms, newWorkflowSchema, paymentTerms, requestTerms } from '#contract/new-workflow.ts';
import {
  emailSchema,
  instantSchema,
  nameSchema,
  phoneSchema,
  reasonSchema,
  textSchema,
  titleSchema,
} from '#contract/scalars.ts';
import { reengagementSchema, settingsLevelSchema } from '#contract/settings.ts';
import { engagementChannelSchema } from '#contract/session.ts';

export const addInteractionInputSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('esign'),
    title: titleSchema,
    ...esignTerms,
  }),
  z.object({
    kind: z.literal('document-request'),
    title: titleSchema,
    ...requestTerms,
  }),
  z.object({
    kind: z.literal('workflow'),
    title: titleSchema,
    definition: newWorkflowSchema,
  }),
  z.object({
    kind: z.literal('payment'),
    title: titleSchema,
    ...paymentTerms,
  }),
]);
export type AddInteractionInput = z.infer<typeof addInteractionInputSchema>;

export const startSessionInputSchema = z.object({
  team: teamIdSchema,
  customer: z.object({
    name: nameSchema,
    email: z.nullable(emailSchema),
    phone: z.nullable(phoneSchema),
    /** What messages to the customer are written in; absent = English. */
    language: z.optional(languageSchema),
  }),
  /** Null only with embedded sessions: nothing is ever sent. */
  channel: z.nullable(engagementChannelSchema),
  settings: settingsLevelSchema,
  interactions: z.array(addInteractionInputSchema).check(z.maxLength(100)),
  /** `planned`: nothing is sent and nobody is let in until `startPlannedSession`; absent = now. */
  when: z.optional(z.enum(['now', 'planned'])),
});
export type StartSessionInput = z.infer<typeof startSessionInputSchema>;

export const startedSessionSchema = z.object({
  sessionId: sessionIdSchema,
  /** `continued`: the customer was here before, and that session was opened again (`reengagement`). */
  engagement: z.enum(['new', 'continued']),
  /**
   * The customer's link, answered once and never stored in the clear. Systems always have it. Null for people, who could be the customer
   * with it, unless the session is embedded and its URL may be copied; and while it is only planned, because there is none.
   */
  url: z.nullable(z.string()),
  /** What was started with, in that order; not what an earlier session had before. */
  interactions: z.array(interactionIdSchema),
});
export type StartedSession = z.infer<typeof startedSessionSchema>;

/** What somebody who starts a session with the settings of a team has to know. */
export const startTermsSchema = z.object({
  reengagement: reengagementSchema,
  textMessages: z.boolean(),
  embeddedSession: z.boolean(),
  copySessionUrl: z.boolean(),
  singleActiveSession: z.boolean(),
  /** Where there may be only one: the open session that keeps them from starting another; null = none does. */
  openSession: z.nullable(
    z.object({
      id: sessionIdSchema,
      customerName: z.string(),
      startedAt: instantSchema,
      /**
       * Whom a start goes on with it for, instead of being refused: who is invited by this email (trimmed, small letters) or this phone
       * (E.164). Null: nobody.
       */
      continuedFor: z.nullable(z.object({ email: z.nullable(z.string()), phone: z.nullable(z.string()) })),
    }),
  ),
});

export const addedInteractionSchema = z.object({ interactionId: interactionIdSchema });
export const withdrawInputSchema = z.object({ reason: reasonSchema });
export const returnInputSchema = z.object({
  reason: textSchema(limits.reasonLength),
  /** Document requests: the items sent back, each with its own reason; empty = all of them. */
  items: z.record(partIdSchema, reasonSchema),
});
export const addedDocumentSchema = z.object({ fileId: fileIdSchema, pages: z.int() });
/** `idleSince`: since when the agent did nothing, as their console saw it; absent while they are at work. */
export const presenceInputSchema = z.object({ connected: z.boolean(), idleSince: z.optional(instantSchema) });
