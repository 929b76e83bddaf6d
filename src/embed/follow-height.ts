/** Milliseconds that something smaller must stay before the frame gets smaller: between two screens there is less to see for a moment. */
const calm = 300;

/** As high as the content, at least `minHeight`, at most the window: in a frame that is higher, what sticks to an edge or opens over the page is out of sight. */
export function followHeight(frame: HTMLElement, minHeight: number) {
  let wanted = minHeight;
  let shown = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = () => {
    shown = Math.max(minHeight, Math.min(wanted, window.innerHeight));
    frame.style.height = `${shown}px`;
  };
  const follow = (height: number) => {
    wanted = height;
    clearTimeout(timer);
    if (height >= shown) show();
    else timer = setTimeout(show, calm);
  };
  show();
  window.addEventListener('resize', show);
  return {
    follow,
    stop: () => {
      clearTimeout(timer);
      window.removeEventListener('resize', show);
    },
  };
}
