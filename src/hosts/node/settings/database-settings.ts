/** Where sessions are kept, when not in the data folder. */
import * as z from 'zod/mini';

import { defineSettings } from '#hosts/node/settings/define-settings.ts';

const isPostgresUrl = (value: string): boolean => /^postgres(ql)?:$/.test(URL.parse(value)?.protocol ?? '');

export const databaseSettings = defineSettings({
  shape: { DATABASE_URL: z.optional(z.string().check(z.refine(isPostgresUrl))) },
  expected: { DATABASE_URL: 'an address like postgres://user:password@host:5432/database' },
  /** Null: SQLite in the data folder. Otherwise the address holds a password, and is shown nowhere. */
  toSettings: ({ DATABASE_URL }) => (DATABASE_URL === undefined ? null : { url: DATABASE_URL }),
});
