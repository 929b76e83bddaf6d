/** What the page that sets a password tells the sign-in page, in the history of this tab. */
import * as z from 'zod/mini';

const schema = z.object({ passwordWasSet: z.literal(true) });

export const passwordWasSet = {
  state: { passwordWasSet: true } satisfies z.infer<typeof schema>,
  isSaidIn: (state: unknown): boolean => schema.safeParse(state).success,
};
