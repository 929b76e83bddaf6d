/** A customer says that somebody else has to do a task, and who. */
import * as z from 'zod/mini';

import { limits } from '#contract/limits.ts';
import { emailSchema, nameSchema, phoneSchema } from '#contract/scalars.ts';

export const handOverInputSchema = z.object({
  revision: z.int(),
  name: nameSchema,
  /** Where their invitation goes. */
  contact: z.discriminatedUnion('channel', [
    z.object({ channel: z.literal('email'), email: emailSchema }),
    z.object({ channel: z.literal('sms'), phone: phoneSchema }),
  ]),
  /** They read it in the room; no message carries it. */
  note: z.string().check(z.maxLength(limits.reasonLength)),
});
export type HandOverInput = z.infer<typeof handOverInputSchema>;

export const takeBackInputSchema = z.object({ revision: z.int() });
