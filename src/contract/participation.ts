/** Whom an agent brings into a session besides its customer, and whose a task is. */
import * as z from 'zod/mini';

import { participantIdSchema } from '#contract/ids.ts';
import { languageSchema } from '#contract/language.ts';
import { emailSchema, nameSchema, phoneSchema } from '#contract/scalars.ts';
import { engagementChannelSchema } from '#contract/session.ts';

export const inviteInputSchema = z.object({
  customer: z.object({
    name: nameSchema,
    email: z.nullable(emailSchema),
    phone: z.nullable(phoneSchema),
    /** What messages to them are written in; absent = English. */
    language: z.optional(languageSchema),
  }),
  /** Null only with embedded sessions: nothing is ever sent. */
  channel: z.nullable(engagementChannelSchema),
});

/** `url`: their link, for whoever passes links on by themselves (`startedSessionSchema`). */
export const participantInvitedSchema = z.object({ participantId: participantIdSchema, url: z.nullable(z.string()) });

export const assignInputSchema = z.object({ participant: participantIdSchema });
