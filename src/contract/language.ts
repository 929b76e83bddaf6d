/** The languages that the product speaks, to customers in the room and in messages to them. */
import * as z from 'zod/mini';

export const languageSchema = z.enum(['en', 'ar', 'pl']);
export type Language = z.infer<typeof languageSchema>;
