/**
 * Turns a business's two colours into what the room is drawn with, so that everything stays readable whatever they
 * chose (WCAG 2.2: 1.4.3 and 1.4.11). The room and the console's preview rely on it; `ui/tokens.css` holds the
 * surfaces these colours stand on.
 */
import type { Branding } from '#contract/entry.ts';

export type BrandScheme = {
  /** Behind everything. */
  page: string;
  /** Buttons, progress: at least 3:1 against page and surfaces. */
  primary: string;
  /** On `primary`: at least 4.5:1. */
  onPrimary: string;
  /** A breath of the colour, for chosen options. */
  primarySoft: string;
  /** Links and quiet buttons: at least 4.5:1 on page, surfaces and `primarySoft`. */
  primaryText: string;
  /** The focus ring: at least 3:1 against page and surfaces. */
  focus: string;
};

/** A colour that was not chosen is null: the product's own stays. */
export type BrandColors = {
  light: Partial<BrandScheme>;
  dark: Partial<BrandScheme>;
};

type Rgb = readonly [red: number, green: number, blue: number];

type Ground = {
  /** Surfaces that colours stand on, as in `ui/tokens.css`. */
  surfaces: readonly string[];
  page: string;
  text: readonly string[];
  /** Where colours are moved to when they do not stand out. */
  away: string;
};

export const grounds = {
  light: { surfaces: ['#ffffff'], page: '#f5f6f8', text: ['#14181f', '#545c69'], away: '#000000' },
  dark: { surfaces: ['#171b21', '#1f242c'], page: '#0e1115', text: ['#eceff4', '#a6afbc'], away: '#ffffff' },
} as const satisfies Record<string, Ground>;

const toRgb = (color: string): Rgb => [
  Number.parseInt(color.slice(1, 3), 16),
  Number.parseInt(color.slice(3, 5), 16),
  Number.parseInt(color.slice(5, 7), 16),
];

const toLinear = (channel: number): number => {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

const luminance = (color: string): number => {
  const [red, green, blue] = toRgb(color);
  return 0.2126 * toLinear(red) + 0.7152 * toLinear(green) + 0.0722 * toLinear(blue);
};

/** WCAG contrast ratio of two `#rrggbb` colours, 1 to 21. */
export const contrast = (one: string, other: string): number => {
  const [first, second] = [luminance(one), luminance(other)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
};

/** `share` 0 = `color`, 1 = `other`. */
const mix = (color: string, other: string, share: number): string => {
  const target = toRgb(other);
  const channels = toRgb(color).map((channel, index) => Math.round(channel + ((target[index] ?? 0) - channel) * share));
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
};

const standsOut = (color: string, against: readonly string[], ratio: number): boolean =>
  against.every((other) => contrast(color, other) >= ratio);

/** The nearest to `color` on its way to `towards` that is fine; `towards` itself when nothing before it is. */
const moveUntil = (color: string, towards: string, isFine: (candidate: string) => boolean): string => {
  for (let percent = 0; percent < 100; percent += 1) {
    const candidate = mix(color, towards, percent / 100);
    if (isFine(candidate)) return candidate;
  }
  return towards;
};

/** White before ink, so that a button keeps the look people know as long as it can be read. */
const inks = ['#ffffff', '#14181f'] as const;
const inkOn = (color: string): string | undefined => inks.find((ink) => contrast(ink, color) >= 4.5);

/** Keeps the tint; cards never look like holes in it, and words on it can be read. */
const resolvePage = (background: string, { surfaces, text, away }: Ground): string => {
  const dark = away === '#ffffff';
  return moveUntil(
    background,
    dark ? '#000000' : '#ffffff',
    (candidate) =>
      standsOut(candidate, text, 4.5) &&
      (!dark || surfaces.every((surface) => luminance(candidate) < luminance(surface))),
  );
};

const resolvePrimary = (chosen: string, ground: Ground, page: string): Omit<BrandScheme, 'page'> => {
  const { surfaces, away } = ground;
  const behind = [...surfaces, page];
  const primary = moveUntil(
    chosen,
    away,
    (candidate) => standsOut(candidate, behind, 3) && inkOn(candidate) !== undefined,
  );
  const [surface = page] = surfaces;
  const primarySoft = mix(primary, surface, 0.92);
  const primaryText = moveUntil(primary, away, (candidate) => standsOut(candidate, [...behind, primarySoft], 4.5));
  return { primary, onPrimary: inkOn(primary) ?? inks[0], primarySoft, primaryText, focus: primary };
};

const resolveScheme = (colors: Colors, ground: Ground): Partial<BrandScheme> => {
  const background = colors.backgroundColor === null ? {} : { page: resolvePage(colors.backgroundColor, ground) };
  const page = background.page ?? ground.page;
  const primary = colors.primaryColor === null ? {} : resolvePrimary(colors.primaryColor, ground, page);
  return { ...background, ...primary };
};

type Colors = Pick<Branding, 'primaryColor' | 'backgroundColor'>;

/** Colours are `#rrggbb`; what was not chosen is absent, and the product's own stays. */
export const resolveBrandColors = (colors: Colors): BrandColors => ({
  light: resolveScheme(colors, grounds.light),
  dark: resolveScheme(colors, grounds.dark),
});
