import { mount } from '#embed/mount.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const url = 'https://room.test/s/a-link';
const origin = 'https://room.test';
const envelope = { source: 'session-room', version: 1 };
const interaction = { id: 'i-1', kind: 'workflow', status: 'completed' };

beforeEach(() => {
  vi.useFakeTimers();
  // Note: nothing is to be loaded into the frame of a test.
  vi.spyOn(HTMLIFrameElement.prototype, 'src', 'set').mockReturnValue();
  document.body.innerHTML = '<p>Before</p><div id="place"></div>';
});

afterEach(() => {
  vi.useRealTimers();
});

function mountRoom(options: Partial<Parameters<typeof mount>[1]> = {}) {
  const place = document.getElementById('place');
  if (!place) throw new Error('Failed to find the place.');
  const heard: unknown[] = [];
  const mounted = mount(place, {
    url,
    onReady: () => heard.push('ready'),
    onInteractionCompleted: (event) => heard.push(event),
    onAllCompleted: () => heard.push('all-completed'),
    onBlocked: (event) => heard.push(event),
    onError: (event) => heard.push(event),
    ...options,
  });
  const frame = mounted.element;
  vi.spyOn(frame, 'contentWindow', 'get').mockReturnValue(window.open('about:blank'));
  const say = (data: unknown, from: MessageEventInit = { origin, source: frame.contentWindow }) =>
    window.dispatchEvent(new MessageEvent('message', { data, ...from }));
  return { ...mounted, place, heard, say, height: () => frame.style.height };
}

/** As a page without types may call it. */
const mountWith = (place: unknown, options: unknown) => () => {
  Reflect.apply(mount, null, [place, options]);
};

describe('A frame', () => {
  it('stands in its place with a name, what the room needs, and no way to lead the page elsewhere', () => {
    const { element, place } = mountRoom({ title: 'Your order' });
    expect(place.lastElementChild).toBe(element);
    expect(element.title).toBe('Your order');
    const rights = element.getAttribute('sandbox') ?? '';
    expect(rights).toMatch(/allow-scripts.*allow-same-origin.*allow-forms/);
    expect(rights).not.toMatch(/top-navigation/);
  });

  it('is as high as its content, within the window, and gets smaller only when that stays', () => {
    vi.stubGlobal('innerHeight', 900);
    const { say, height } = mountRoom({ minHeight: 300 });
    expect(height()).toBe('300px');
    say({ ...envelope, type: 'resize', height: 700 });
    expect(height()).toBe('700px');
    say({ ...envelope, type: 'resize', height: 5_000 });
    expect(height()).toBe('900px');

    say({ ...envelope, type: 'resize', height: 200 });
    vi.advanceTimersByTime(299);
    say({ ...envelope, type: 'resize', height: 650 });
    vi.advanceTimersByTime(299);
    expect(height()).toBe('900px');
    vi.advanceTimersByTime(1);
    expect(height()).toBe('650px');

    say({ ...envelope, type: 'resize', height: 10 });
    vi.advanceTimersByTime(300);
    expect(height()).toBe('300px');
  });

  it('follows the window when that becomes lower', () => {
    vi.stubGlobal('innerHeight', 900);
    const { say, height } = mountRoom();
    say({ ...envelope, type: 'resize', height: 2_000 });
    vi.stubGlobal('innerHeight', 640);
    window.dispatchEvent(new Event('resize'));
    expect(height()).toBe('640px');
  });

  it('that is to fill its place takes no height from the room', () => {
    const { say, height } = mountRoom({ height: 'fill' });
    say({ ...envelope, type: 'resize', height: 700 });
    expect(height()).toBe('100%');
  });

  it('that is destroyed is gone, and says nothing more', () => {
    const { destroy, element, say, heard } = mountRoom();
    const source = element.contentWindow;
    expect(source).not.toBeNull();
    destroy();
    destroy();
    say({ ...envelope, type: 'ready' }, { origin, source });
    vi.advanceTimersByTime(60_000);
    expect(document.querySelector('iframe')).toBeNull();
    expect(heard).toEqual([]);
  });
});

describe('What the room says', () => {
  it('is handed on, each of it to whoever asked', () => {
    const { say, heard } = mountRoom();
    say({ ...envelope, type: 'ready' });
    say({ ...envelope, type: 'interaction-completed', interaction });
    say({ ...envelope, type: 'all-completed' });
    say({ ...envelope, type: 'blocked', code: 'link-expired' });
    say({ ...envelope, type: 'error', code: 'not-found' });
    expect(heard).toEqual(['ready', { interaction }, 'all-completed', { code: 'link-expired' }, { code: 'not-found' }]);
  });

  it('is passed over where nobody asked', () => {
    const place = document.body;
    const { element } = mount(place, { url });
    const said = { ...envelope, type: 'all-completed' };
    const event = new MessageEvent('message', { data: said, origin, source: element.contentWindow });
    expect(() => window.dispatchEvent(event)).not.toThrow();
  });

  it('is missed after 20 seconds, and not when something was heard', () => {
    const silent = mountRoom();
    const heardOf = mountRoom();
    heardOf.say({ ...envelope, type: 'ready' });
    vi.advanceTimersByTime(20_000);
    expect(silent.heard).toEqual([{ code: 'no-answer' }]);
    expect(heardOf.heard).toEqual(['ready']);
  });
});

describe('What is none of it does nothing', () => {
  it.each([
    ['of another origin in the frame', (frame: Window | null) => ({ origin: 'https://pay.test', source: frame })],
    ['of this origin in another window', () => ({ origin, source: window })],
    ['of nobody', () => ({ origin, source: null })],
    ['of an origin that begins alike', (frame: Window | null) => ({ origin: `${origin}.evil.test`, source: frame })],
  ])('a message %s', (_, from) => {
    const { say, heard, height, element } = mountRoom();
    const before = height();
    say({ ...envelope, type: 'ready' }, from(element.contentWindow));
    say({ ...envelope, type: 'resize', height: 700 }, from(element.contentWindow));
    expect(heard).toEqual([]);
    expect(height()).toBe(before);
  });

  it.each([
    null,
    'ready',
    { type: 'ready' },
    { ...envelope, source: 'other', type: 'ready' },
    { ...envelope, version: 2, type: 'ready' },
    { ...envelope, type: 'toString' },
    { ...envelope, type: 'blocked' },
    { ...envelope, type: 'error', code: 7 },
    { ...envelope, type: 'interaction-completed', interaction: { id: 'i-1' } },
    { ...envelope, type: 'interaction-completed', interaction: null },
    ...['700', -1, NaN, Infinity, undefined].map((height) => ({ ...envelope, type: 'resize', height })),
  ])('%j', (data) => {
    const { say, heard, height } = mountRoom();
    const before = height();
    say(data);
    expect(heard).toEqual([]);
    expect(height()).toBe(before);
  });
});

describe('Options that are not what they should be are refused by name', () => {
  it.each([
    [undefined, 'options must be an object'],
    [{}, 'url must be the link'],
    [{ url: '/s/a-link' }, 'url must be the link'],
    [{ url: 'javascript:alert(1)' }, 'url must be the link'],
    [{ url, title: ' ' }, 'title must be a text'],
    [{ url, height: 'auto' }, "height must be 'content' or 'fill'"],
    [{ url, minHeight: '300px' }, 'minHeight must be a number of pixels'],
    [{ url, onReady: true }, 'onReady must be a function'],
    [{ url, onReadyy: () => undefined }, 'onReadyy must be one of url, title'],
  ])('%j', (options, words) => {
    const place = document.getElementById('place');
    expect(mountWith(place, options)).toThrow(TypeError);
    expect(mountWith(place, options)).toThrow(words);
    expect(document.querySelector('iframe')).toBeNull();
  });

  it('and so is a place that is none', () => {
    expect(mountWith('#place', { url })).toThrow('the first argument must be an element');
  });
});
