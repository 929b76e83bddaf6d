/** Whether a screen can be used by everybody: what axe finds, in both colour schemes, what is too small, what is too wide. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

type Found = { id: string; nodes: { target: unknown; failureSummary?: string | undefined }[] };
const toLines = (found: readonly Found[]) =>
  found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${JSON.stringify(target)} ${failureSummary}`),
  );

/**
 * Everything but contrast: what a screen is to those who do not see it. Says the same in every colour.
 * `within`: a selector, where only a part of the page is new. Note: axe takes what scrolls behind the bar at the bottom for too small; `expectRoomy` measures it all.
 */
export async function expectUnderstandable(page: Page, screen: string, within = 'html'): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .include(within)
    .options({ rules: { 'target-size': { enabled: false }, 'color-contrast': { enabled: false } } })
    .withTags(tags)
    .analyze();
  expect(toLines(violations), screen).toEqual([]);
}

/** Contrast, in light and in dark. Says the same in every language. */
export async function expectReadable(page: Page, screen: string, within = 'html'): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).include(within).withRules(['color-contrast']).analyze();
    expect(toLines(violations), `${screen}, ${colorScheme}`).toEqual([]);
  }
}

/** In CSS pixels: ours, and what the guidelines ask for at least. */
const sizes = { ours: 44, least: 24 };

/** Nothing to scroll sideways, and everything to press large enough for a thumb. */
export async function expectRoomy(page: Page, screen: string): Promise<void> {
  const { tooWide, tooSmall } = await page.evaluate(({ ours, least }) => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const small: string[] = [];
    const top = document.querySelector('dialog[open]') ?? document;
    for (const control of top.querySelectorAll('button, a[href], input, select, textarea, summary')) {
      const label = control.matches('input') ? control.closest('label') : null;
      const area = label ?? control;
      const { width, height, right } = area.getBoundingClientRect();
      const { display, position } = getComputedStyle(area);
      // Note: not drawn, or waiting above the page until it has the focus.
      if (width === 0 || right <= 0 || position === 'fixed') continue;
      // Note: a link inside a sentence is as high as its line.
      if (display === 'inline') continue;
      // Note: how large a field on paper is drawn, its document says; around it there is more to touch.
      const isOnPaper = control.closest('[data-page]') !== null;
      if (isOnPaper ? Math.min(...measureReach(control)) >= least : Math.min(width, height) > ours - 0.5) continue;
      const name = control.getAttribute('aria-label') ?? control.textContent;
      small.push(`${control.tagName} “${name}” ${width.toFixed(1)} × ${height.toFixed(1)}`);
    }
    return { tooWide: scrollWidth - clientWidth, tooSmall: small };

    /** How wide and how high the area is in which a thumb reaches it. */
    function measureReach(control: Element): [width: number, height: number] {
      control.scrollIntoView({ block: 'center' });
      const { x, y, width, height } = control.getBoundingClientRect();
      const far = Array.from({ length: 60 }, (_, step) => step);
      const count = (right: number, down: number) => {
        const missed = far.findIndex((step) => {
          const touched = document.elementFromPoint(x + width / 2 + right * step, y + height / 2 + down * step);
          return touched === null || !(control.contains(touched) || touched.contains(control));
        });
        return missed === -1 ? far.length : missed;
      };
      return [count(-1, 0) + count(1, 0), count(0, -1) + count(0, 1)];
    }
  }, sizes);
  expect(tooWide, `${screen} scrolls sideways`).toBe(0);
  expect(tooSmall, screen).toEqual([]);
}

/** With letters twice as large, still nothing to scroll sideways (and at 320 px, the same at 400 % zoom). */
export async function expectFitting(page: Page, screen: string): Promise<void> {
  const tooWide = await page.evaluate(() => {
    const { style } = document.documentElement;
    style.fontSize = '200%';
    const { scrollWidth, clientWidth } = document.documentElement;
    style.removeProperty('font-size');
    return scrollWidth - clientWidth;
  });
  expect(tooWide, `${screen} scrolls sideways with large letters`).toBe(0);
}
