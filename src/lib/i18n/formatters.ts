const makers = {
  number: (locale: string, options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
  dateTime: (locale: string, options?: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
  plural: (locale: string, options?: Intl.PluralRulesOptions) => new Intl.PluralRules(locale, options),
  list: (locale: string, options?: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options),
};

/** Building a formatter is slow, using it is not: one for each locale and options, for as long as the page lives. */
const remembered = <Options, Formatter>(make: (locale: string, options?: Options) => Formatter) => {
  const made = new Map<string, Formatter>();
  return (locale: string, options?: Options): Formatter => {
    const key = locale + JSON.stringify(options);
    const formatter = made.get(key) ?? make(locale, options);
    made.set(key, formatter);
    return formatter;
  };
};

export const numberFormat = remembered(makers.number);
export const dateTimeFormat = remembered(makers.dateTime);
export const pluralRules = remembered(makers.plural);
export const listFormat = remembered(makers.list);
