/**
 * When a customer sees something, whoever paints it: found anywhere in the page, really on the screen, and a frame painted since. Runs
 * inside the page before anything else of it, and leaves a `performance.mark` with the sight's name.
 */
import type { Page } from '@playwright/test';

export type Sight = {
  name: string;
  /** All the words of their piece of text; null where there is something else to see. */
  text: string | null;
  /** A selector: what they must stand in, or what must be there. */
  within: string;
  /** Whether that must have the focus. */
  isFocused?: boolean;
  /** How a button begins that must be there too, ready to be pressed. */
  control?: string;
};

/** Note: sent into the page as it is written, so it may use nothing from outside. */
function markSights(sights: readonly Sight[]): void {
  const missing = new Map(sights.map((sight) => [sight.name, sight]));

  const isOnScreen = (node: Text): boolean => {
    const parent = node.parentElement;
    if (!parent || parent.closest('script, style, noscript, template')) return false;
    if (!parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { left, top, width, height } = range.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return hit !== null && (parent.contains(hit) || hit.contains(parent)) && hit !== document.documentElement;
  };
  const isReady = (control: string): boolean =>
    [...document.querySelectorAll('button')].some(
      (button) => button.textContent.trim().startsWith(control) && !button.disabled && button.ariaBusy !== 'true',
    );
  const isShown = ({ text, within, isFocused, control }: Sight): boolean => {
    if (control !== undefined && !isReady(control)) return false;
    if (text === null) return document.querySelector(within)?.checkVisibility() === true;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!(node instanceof Text) || node.data.trim() !== text) continue;
      const place = node.parentElement?.closest(within);
      if (!place || (isFocused === true && document.activeElement !== place)) continue;
      if (isOnScreen(node)) return true;
    }
    return false;
  };
  const markAfterPaint = (name: string): void => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => performance.mark(name));
      port1.start();
      port2.postMessage(null);
    });
  };
  const look = (): void => {
    const words = document.querySelector('body')?.textContent ?? '';
    for (const [name, sight] of missing) {
      if (!words.includes(sight.text ?? '') || !isShown(sight)) continue;
      missing.delete(name);
      markAfterPaint(name);
    }
    if (missing.size === 0) observer.disconnect();
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  addEventListener('load', look);
  addEventListener('focusin', look);
}

export const watchPage = (page: Page, sights: readonly Sight[]): Promise<unknown> =>
  page.addInitScript(markSights, sights);

/** When each was painted, in milliseconds since the visit began, in the order of `names`. */
export const readMarks = (page: Page, names: readonly string[]): Promise<number[]> =>
  page.evaluate(
    (names) =>
      new Promise<number[]>((resolve) => {
        const seen = new Map<string, number>();
        const observer = new PerformanceObserver((list) => {
          for (const { name, startTime } of list.getEntries()) if (names.includes(name)) seen.set(name, startTime);
          if (seen.size < names.length) return;
          observer.disconnect();
          resolve(names.map((name) => seen.get(name) ?? Number.NaN));
        });
        observer.observe({ type: 'mark', buffered: true });
      }),
    names,
  );
