type Scheme = Readonly<{
  page?: string;
  primary?: string;
  onPrimary?: string;
  primarySoft?: string;
  primaryText?: string;
  focus?: string;
}>;

const properties = [
  ['page', 'page'],
  ['primary', 'primary'],
  ['onPrimary', 'on-primary'],
  ['primarySoft', 'primary-soft'],
  ['primaryText', 'primary-text'],
  ['focus', 'focus'],
] as const satisfies [keyof Scheme, string][];

/**
 * Gives the page the business's colours, for light and dark at once; `tokens.css` picks. Through the CSSOM, so that
 * a content security policy without inline styles stays strict. Colours must be readable already.
 */
export const applyBrand = (colors: { light: Scheme; dark: Scheme }): void => {
  const { style } = document.documentElement;
  for (const scheme of ['light', 'dark'] as const) {
    for (const [name, suffix] of properties) {
      const property = `--brand-${scheme}-${suffix}`;
      const color = colors[scheme][name];
      if (color === undefined) style.removeProperty(property);
      else style.setProperty(property, color);
    }
  }
};
