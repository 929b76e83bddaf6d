/** Scalars that every part of the contract shares: instants, texts with bounds, money. */
import * as z from 'zod/mini';

import { limits } from '#contract/limits.ts';

/** ISO 8601 instant in UTC, to the millisecond: `2026-11-22T14:02:00.000Z`. */
export const instantSchema = z.iso.datetime({ precision: 3 });

/** ISO 8601 calendar date: `2026-11-22`. */
export const dateSchema = z.iso.date();

/** Text with at least one character that is not white space, at most `max` characters. */
export const textSchema = (max: number) => z.string().check(z.maxLength(max), z.regex(/\S/));

export const nameSchema = textSchema(limits.nameLength);
export const titleSchema = textSchema(limits.titleLength);
export const reasonSchema = z.string().check(z.maxLength(limits.reasonLength));

/** SHA-256, lower-case hexadecimal. */
export const sha256Schema = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** In the currency's minor unit (cents), never a fraction. */
export const minorUnitsSchema = z.int().check(z.minimum(0), z.maximum(100_000_000_000));
/** ISO 4217. */
export const currencySchema = z.string().check(z.regex(/^[A-Z]{3}$/));
export const moneySchema = z.object({ minorUnits: minorUnitsSchema, currency: currencySchema });
export type Money = z.infer<typeof moneySchema>;

export const emailSchema = z.string().check(z.trim(), z.email(), z.maxLength(254));

/** E.164. */
export const phoneSchema = z.string().check(z.regex(/^\+[1-9]\d{6,14}$/));

/** ISO 3166-1, two letters. */
export const countrySchema = z.string().check(z.regex(/^[A-Z]{2}$/));
