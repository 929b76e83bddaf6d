/** Shows a session in a page of the business, and says how it goes. Nothing here is proof of anything: that is asked for with a key. */
import type { FrameMessage } from '#contract/frame-message.ts';
import { followHeight } from '#embed/follow-height.ts';
import { readMessage } from '#embed/read-message.ts';
import { assertOptions, type MountOptions, refuse } from '#embed/read-options.ts';

export type Mounted = {
  element: HTMLIFrameElement;
  /** Takes the frame away and falls silent. */
  destroy: () => void;
};

/** Milliseconds. */
const patience = 20_000;

/**
 * Puts the session into `parent`, after what is there.
 * @throws {TypeError} for options that are not what they should be.
 */
export function mount(parent: Element, options: MountOptions): Mounted {
  if (!(parent instanceof Element)) refuse('the first argument', 'an element');
  assertOptions(options);
  const { origin } = new URL(options.url);
  const frame = createFrame(options);
  const height = options.height === 'fill' ? null : followHeight(frame, options.minHeight ?? 520);
  const timer = setTimeout(() => options.onError?.({ code: 'no-answer' }), patience);

  const hear = ({ source, origin: sender, data }: MessageEvent<unknown>) => {
    // Note: both are null when the frame is gone and the message is no window's.
    if (!source || source !== frame.contentWindow || sender !== origin) return;
    const message = readMessage(data);
    if (!message) return;
    clearTimeout(timer);
    if (message.type === 'resize') height?.follow(message.height);
    else tell(options, message);
  };
  window.addEventListener('message', hear);
  parent.append(frame);

  return {
    element: frame,
    destroy: () => {
      window.removeEventListener('message', hear);
      clearTimeout(timer);
      height?.stop();
      frame.remove();
    },
  };
}

function createFrame({ url, title = 'Session', height }: MountOptions): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.title = title;
  // Note: all that the room needs; it may not lead the page around it elsewhere.
  for (const right of ['scripts', 'same-origin', 'forms', 'downloads', 'popups', 'popups-to-escape-sandbox'])
    frame.sandbox.add(`allow-${right}`);
  // Note: in browsers that do not say who is around, the room knows by this which of the allowed origins it is.
  frame.referrerPolicy = 'strict-origin';
  frame.style.cssText = `display:block;width:100%;border:0${height === 'fill' ? ';height:100%' : ''}`;
  frame.src = url;
  return frame;
}

function tell(options: MountOptions, message: Exclude<FrameMessage, { type: 'resize' }>): void {
  switch (message.type) {
    case 'ready':
      return options.onReady?.();
    case 'interaction-completed':
      return options.onInteractionCompleted?.({ interaction: message.interaction });
    case 'all-completed':
      return options.onAllCompleted?.();
    case 'blocked':
      return options.onBlocked?.({ code: message.code });
    case 'error':
      return options.onError?.({ code: message.code });
  }
}
