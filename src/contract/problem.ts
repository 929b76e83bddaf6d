/** The one shape of every error answer: RFC 9457 problem details with our stable code. */
import * as z from 'zod/mini';

export const problemContentType = 'application/problem+json';

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** One of `errorStatus`; a newer backend may know more, so any string parses. */
  code: z.string(),
  requestId: z.string(),
  /** What was wrong with the input, one entry a field, path in dots: `customer.email`. */
  fields: z.optional(z.array(z.object({ path: z.string(), message: z.string() }))),
  /** Seconds until the same request may be tried again. */
  retryAfter: z.optional(z.number()),
  /** `active-session-exists`: the one that is open. */
  session: z.optional(z.string()),
});
export type Problem = z.infer<typeof problemSchema>;
