/**
 * When a customer sees a text, whoever paints it: found anywhere in the page, really on the screen, and a frame painted since. Runs
 * inside the page before anything else of it, and leaves a `performance.mark` with the text's name.
 */
import type { Page } from '@playwright/test';

export type WantedText = {
  name: string;
  text: string;
  /** A selector: what it must stand in. */
  within: string;
};

/** Note: sent into the page as it is written, so it may use nothing from outside. */
function markTexts(wanted: readonly WantedText[]): void {
  const missing = new Map(wanted.map((one) => [one.name, one]));

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
  const isShown = ({ text, within }: WantedText): boolean => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!(node instanceof Text) || !node.data.includes(text)) continue;
      if (node.parentElement?.closest(within) && isOnScreen(node)) return true;
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
    for (const [name, one] of missing) {
      if (!words.includes(one.text) || !isShown(one)) continue;
      missing.delete(name);
      markAfterPaint(name);
    }
    if (missing.size === 0) observer.disconnect();
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  addEventListener('load', look);
}

export const watchTexts = (page: Page, wanted: readonly WantedText[]): Promise<unknown> =>
  page.addInitScript(markTexts, wanted);

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
