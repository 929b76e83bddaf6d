/** Phone numbers as people write them, and as the contract wants them. */
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

const names = new Intl.DisplayNames('en', { type: 'region' });

/** Every country with its name and calling code, in the order of their names. */
export const countries = getCountries()
  .map((code) => ({ code, label: `${names.of(code) ?? code} (+${getCountryCallingCode(code)})` }))
  .toSorted((one, other) => one.label.localeCompare(other.label, 'en'));
