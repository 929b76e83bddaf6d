import type { FrameEvent } from '#contract/frame-message.ts';

type Told<Type extends FrameEvent['type']> = Omit<Extract<FrameEvent, { type: Type }>, 'type'>;

export type MountOptions = {
  /** The customer's link, as starting the session answered. */
  url: string;
  /** What the frame is, for those who cannot see it. */
  title?: string;
  /** `content` (unless said otherwise): as high as what is in it, at most as the window; `fill`: as high as the element. */
  height?: 'content' | 'fill';
  /** CSS pixels, for `content`; 520 unless said otherwise, because less leaves too little for a dialog. */
  minHeight?: number;
  onReady?: () => void;
  onInteractionCompleted?: (event: Told<'interaction-completed'>) => void;
  onAllCompleted?: () => void;
  onBlocked?: (event: Told<'blocked'>) => void;
  /** `code` is `no-answer` when nothing was heard of the room within 20 seconds: it is away, or may not be shown here. */
  onError?: (event: Told<'error'>) => void;
};

const isHeight = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value < Infinity;
const isFunction = (value: unknown): boolean => typeof value === 'function';

const checks: Readonly<Record<keyof MountOptions, readonly [is: (value: unknown) => boolean, wanted: string]>> = {
  url: [isWebAddress, 'the link of the session, with http: or https:'],
  title: [(value) => typeof value === 'string' && value.trim() !== '', 'a text'],
  height: [(value) => value === 'content' || value === 'fill', "'content' or 'fill'"],
  minHeight: [isHeight, 'a number of pixels'],
  onReady: [isFunction, 'a function'],
  onInteractionCompleted: [isFunction, 'a function'],
  onAllCompleted: [isFunction, 'a function'],
  onBlocked: [isFunction, 'a function'],
  onError: [isFunction, 'a function'],
};

function isWebAddress(value: unknown): boolean {
  try {
    return typeof value === 'string' && /^https?:$/.test(new URL(value).protocol);
  } catch {
    return false;
  }
}

/** @throws {TypeError} that names what is wrong, and what would be right. */
export function assertOptions(options: unknown): asserts options is MountOptions {
  if (typeof options !== 'object' || options === null) refuse('options', 'an object');
  const given = new Map<string, unknown>(Object.entries(options));
  for (const name of given.keys()) {
    if (!(name in checks)) refuse(name, `one of ${Object.keys(checks).join(', ')}`);
  }
  for (const [name, [is, wanted]] of Object.entries(checks)) {
    const value = given.get(name);
    if ((value !== undefined || name === 'url') && !is(value)) refuse(name, wanted);
  }
}

export function refuse(name: string, wanted: string): never {
  throw new TypeError(`SessionRoom.mount: ${name} must be ${wanted}.`);
}
