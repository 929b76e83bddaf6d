/** Postal addresses and the names of countries, as they are read in a language. */
import type { Address } from '#contract/workflow.ts';
import { countries } from '#domain/countries.ts';

const regionNames = (locale: string) => new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });

/** Every country, in the order of their names. */
export function listCountries(locale: string): { code: string; name: string }[] {
  const names = regionNames(locale);
  return countries
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .toSorted((one, other) => one.name.localeCompare(other.name, locale));
}

/** Without those that are empty. */
export function toAddressLines({ line1, line2, postalCode, city, region, country }: Address, locale: string): string[] {
  const place = [postalCode, city].filter((part) => part !== '').join(' ');
  const name = countries.includes(country) ? (regionNames(locale).of(country) ?? country) : country;
  return [line1, line2, place, region, name].filter((line) => line !== '');
}
