/**
 * Phone numbers as people write them, and as the contract wants them. Note: brings the plans of all countries along, 80 kB; on a
 * customer's page only in a chunk that is loaded when a number is asked for.
 */
import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js';

/** E.164; null: nobody has this number. A number with a plus is of its own country, whichever is picked. */
export function toE164(typed: string, country: string): string | null {
  const picked: CountryCode = isSupportedCountry(country) ? country : 'GB';
  const number = parsePhoneNumberFromString(typed, picked);
  return number?.isValid() ? number.number : null;
}

/** An E.164 number as it is written abroad, and whose it is; as it came when its country is not known. */
export function readE164(number: string): { country: string | null; written: string } {
  const parsed = parsePhoneNumberFromString(number);
  return { country: parsed?.country ?? null, written: parsed?.formatInternational() ?? number };
}

/** Every country with its name and calling code, in the order of their names. */
export function listCallingCodes(locale: string): { code: string; label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  return getCountries()
    .map((code) => ({ code, label: `${names.of(code) ?? code} (\u2066+${getCountryCallingCode(code)}\u2069)` }))
    .toSorted((one, other) => one.label.localeCompare(other.label, locale));
}
