/** Milliseconds between something that changed and a look at what it comes to. Note: a timer, because frames out of sight are drawn seldom. */
const calm = 100;

/** Tells how high the page would be if nothing in it followed the height of the window: first now, then whenever that changes. */
export function watchHeight(tell: (height: number) => void): () => void {
  let told = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    timer = undefined;
    const height = measureContent();
    if (height === told) return;
    told = height;
    tell(height);
  };
  const soon = () => {
    timer ??= setTimeout(look, calm);
  };
  const sizes = new ResizeObserver(soon);
  sizes.observe(document.body);
  const changes = new MutationObserver(soon);
  // Note: not `style`, which measuring itself touches, and which moves with every stroke of a pen.
  const attributeFilter = ['class', 'hidden', 'open'];
  changes.observe(document.body, { subtree: true, childList: true, characterData: true, attributeFilter });
  soon();
  return () => {
    clearTimeout(timer);
    sizes.disconnect();
    changes.disconnect();
  };
}

/**
 * Note: the page is at least as high as the window, and the chat beside the cards follows it. Counted in, a frame that follows the content would never
 * shrink, and grow by each look. Nothing is drawn in between, and nothing that scrolls changes its size.
 */
function measureContent(): number {
  const page = document.querySelector('main')?.parentElement;
  if (!page) return Math.ceil(document.body.scrollHeight);
  const beside = page.querySelector<HTMLElement>('main aside');
  page.style.minBlockSize = '0';
  if (beside) beside.style.marginBlockEnd = `${-beside.offsetHeight}px`;
  const { height } = page.getBoundingClientRect();
  page.style.removeProperty('min-block-size');
  beside?.style.removeProperty('margin-block-end');
  return Math.ceil(height);
}
