import { readFileSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type BrandScheme, contrast, grounds, resolveBrandColors } from '#domain/brand-colors.ts';

const colors = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const tokens = readFileSync('src/ui/tokens.css', 'utf8');
const schemes = ['light', 'dark'] as const;
const neutral = { primaryColor: null, backgroundColor: null };

/** The value of a token as `tokens.css` states it for a scheme, without the brand. */
const tokenOf = (scheme: 'light' | 'dark', name: string): string => {
  const dark = tokens.indexOf('prefers-color-scheme: dark');
  const rules = scheme === 'light' ? tokens.slice(0, dark) : tokens.slice(dark);
  const value = new RegExp(`--color-${name}: (?:var\\([^,]+, )?(#[0-9a-f]{6})`).exec(rules)?.[1];
  if (value === undefined) throw new Error(`Failed to find --color-${name} for ${scheme}.`);
  return value;
};

const expectReadable = (scheme: 'light' | 'dark', resolved: BrandScheme) => {
  const { surfaces, text } = grounds[scheme];
  const { page, primary, onPrimary, primaryText, primarySoft, focus } = resolved;
  const behind = [...surfaces, page];
  expect(contrast(onPrimary, primary)).toBeGreaterThanOrEqual(4.5);
  for (const ground of behind) {
    expect(contrast(primary, ground)).toBeGreaterThanOrEqual(3);
    expect(contrast(focus, ground)).toBeGreaterThanOrEqual(3);
  }
  for (const ground of [...behind, primarySoft]) {
    expect(contrast(primaryText, ground)).toBeGreaterThanOrEqual(4.5);
    for (const word of text) expect(contrast(word, ground)).toBeGreaterThanOrEqual(4.5);
  }
};

describe.each(schemes)('in the %s scheme', (scheme) => {
  it('the customer can read everything, whatever colours the business chose', () => {
    fc.assert(
      fc.property(colors, fc.option(colors), (primaryColor, backgroundColor) => {
        const resolved = resolveBrandColors({ primaryColor, backgroundColor })[scheme];
        const page = resolved.page ?? grounds[scheme].page;
        const blank = { primary: '', onPrimary: '', primarySoft: '', primaryText: '', focus: '' };
        expectReadable(scheme, { ...blank, ...resolved, page });
      }),
      { numRuns: 500 },
    );
  });

  it('the product’s own colours are readable too', () => {
    const own = (name: string) => tokenOf(scheme, name);
    expectReadable(scheme, {
      page: own('page'),
      primary: own('primary'),
      onPrimary: own('on-primary'),
      primarySoft: own('primary-soft'),
      primaryText: own('primary-text'),
      focus: own('focus'),
    });
    for (const tone of ['info', 'success', 'warning', 'danger']) {
      expect(contrast(own(tone), own(`${tone}-soft`))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(own('text'), own(`${tone}-soft`))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(own(tone), own('surface'))).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(own('on-danger'), own('danger'))).toBeGreaterThanOrEqual(4.5);
    for (const ground of ['surface', 'page']) expect(contrast(own('outline'), own(ground))).toBeGreaterThanOrEqual(3);
  });

  it('the surfaces that contrast is measured against are the ones on the page', () => {
    expect(grounds[scheme].page).toBe(tokenOf(scheme, 'page'));
    expect([...new Set(grounds[scheme].surfaces)]).toEqual([
      ...new Set([tokenOf(scheme, 'surface'), tokenOf(scheme, 'raised')]),
    ]);
    expect(grounds[scheme].text).toEqual([tokenOf(scheme, 'text'), tokenOf(scheme, 'text-muted')]);
  });
});

describe('a business', () => {
  it('without colours gets the product’s own', () => {
    expect(resolveBrandColors(neutral)).toEqual({ light: {}, dark: {} });
  });

  it('keeps its colour exactly where it can be read', () => {
    const { light } = resolveBrandColors({ ...neutral, primaryColor: '#0b6b3a' });
    expect(light.primary).toBe('#0b6b3a');
    expect(light.onPrimary).toBe('#ffffff');
  });

  it('with a pale colour gets it darker on white, and dark words on its buttons', () => {
    const { light } = resolveBrandColors({ ...neutral, primaryColor: '#ffd400' });
    expect(light.primary).not.toBe('#ffd400');
    expect(light.onPrimary).toBe('#14181f');
  });

  it('with a dark colour gets it lighter on black', () => {
    const { dark } = resolveBrandColors({ ...neutral, primaryColor: '#101a5c' });
    expect(contrast(dark.primary ?? '', '#171b21')).toBeGreaterThanOrEqual(3);
  });

  it('with a white page does not blind anybody at night', () => {
    const { light, dark } = resolveBrandColors({ ...neutral, backgroundColor: '#ffffff' });
    expect(light.page).toBe('#ffffff');
    expect(contrast(dark.page ?? '', '#000000')).toBeLessThan(1.3);
  });
});
