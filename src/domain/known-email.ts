/** Emails are the same whatever their case and the spaces around them: what people are known by. */
export const toKnownEmail = (email: string): string => email.trim().toLowerCase();
