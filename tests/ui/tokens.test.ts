import { globSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

const tokens = readFileSync('src/ui/tokens.css', 'utf8');
const sheets = globSync('src/**/*.css').filter((path) => path !== 'src/ui/tokens.css');

/** Without comments, so that words about a rule do not break it. */
const read = (path: string): string => readFileSync(path, 'utf8').replaceAll(/\/\*.*?\*\//gs, '');

const definedIn = (css: string): string[] => [...css.matchAll(/(--[\w-]+)\s*:/g)].map(([, name = '']) => name);

/** Properties that a component gives its own elements: `style={{ '--page-ratio': … }}`. */
const givenInCode = globSync('src/**/*.tsx').flatMap((path) =>
  [...readFileSync(path, 'utf8').matchAll(/['"](--[\w-]+)['"]/g)].map(([, name = '']) => name),
);

const physical =
  /(?:^|[\s;{])(?:(?:margin|padding|border)-(?:top|right|bottom|left)|top|right|bottom|left|float(?!: inline-)|(?:min-|max-)?(?:width|height))\s*:/gm;

/** A media query asks about the screen, which has a width and a height. */
const outsideQueries = (css: string): string => css.replaceAll(/@(?:media|container)[^{]*\{/g, '');

describe.each(sheets)('%s', (path) => {
  const css = read(path);

  it('takes every colour from the tokens, so that dark, forced and brand colours reach it', () => {
    expect(css.match(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(|:\s*(?:white|black|gray|grey)\b/gi) ?? []).toEqual([]);
  });

  it('uses only custom properties that exist', () => {
    const known = new Set([...definedIn(tokens), ...definedIn(css), ...givenInCode]);
    const used = [...css.matchAll(/var\((--[\w-]+)\)/g)].map(([, name = '']) => name);
    expect(used.filter((name) => !known.has(name))).toEqual([]);
  });

  it('names no physical side, so that it reads from right to left as well', () => {
    expect(outsideQueries(css).match(physical) ?? []).toEqual([]);
  });
});
