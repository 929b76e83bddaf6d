/** What `/embed.js` of a session room gives a page. */
declare namespace SessionRoom {
  type Options = {
    /** The customer's link, as starting the session answered. */
    url: string;
    /** What the frame is, for those who cannot see it. */
    title?: string;
    /** `content` (unless said otherwise): as high as what is in it, at most as the window; `fill`: as high as the element. */
    height?: 'content' | 'fill';
    /** CSS pixels, for `content`; 520 unless said otherwise. */
    minHeight?: number;
    /** There is something to see. Again after each load of the frame. */
    onReady?: () => void;
    onInteractionCompleted?: (event: { interaction: Interaction }) => void;
    /** Nothing is left to do, until something is added or returned. */
    onAllCompleted?: () => void;
    /** Nobody is let in: `link-expired`, `session-ended`, `link-unknown`. */
    onBlocked?: (event: { code: string }) => void;
    /** A task cannot be opened; `no-answer`: nothing was heard of the room within 20 seconds. */
    onError?: (event: { code: string }) => void;
  };

  /** As webhooks have it; `status` says whether somebody has to look at it first. */
  type Interaction = { id: string; kind: string; status: string };

  type Mounted = {
    element: HTMLIFrameElement;
    /** Takes the frame away and falls silent. */
    destroy: () => void;
  };

  /** @throws {TypeError} for options that are not what they should be. */
  function mount(parent: Element, options: Options): Mounted;
}
