/** What several groups of settings are made of. */
import * as z from 'zod/mini';

export const shortText = z.string().check(z.minLength(1), z.maxLength(120));

/** What only those know who were told. */
export const secretText = z.string().check(z.regex(/^[A-Za-z0-9_-]{32,256}$/));

export const onOff = z.pipe(
  z.enum(['on', 'off']),
  z.transform((word) => word === 'on'),
);
