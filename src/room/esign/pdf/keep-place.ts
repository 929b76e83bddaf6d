import { flushSync } from 'react-dom';

type Place = { page: Element; x: number; y: number };

/** Does something that changes the size of the pages; what is in the middle of the screen stays there. */
export function keepPlace(change: () => void): void {
  const place = readPlace();
  flushSync(change);
  if (!place) return;
  const { left, top, width, height } = place.page.getBoundingClientRect();
  scrollBy({ top: top + height * place.y - innerHeight / 2, behavior: 'instant' });
  place.page
    .closest('[data-scroller]')
    ?.scrollBy({ left: left + width * place.x - innerWidth / 2, behavior: 'instant' });
}

/** Which page the middle of the screen shows, and where on it. */
function readPlace(): Place | null {
  for (const page of document.querySelectorAll('[data-page]')) {
    const { left, top, width, height, bottom } = page.getBoundingClientRect();
    const middle = innerHeight / 2;
    if (top <= middle && bottom >= middle)
      return { page, x: (innerWidth / 2 - left) / width, y: (middle - top) / height };
  }
  return null;
}
