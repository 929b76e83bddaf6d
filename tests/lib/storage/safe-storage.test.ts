import { beforeEach, describe, expect, it, vi } from 'vitest';

import { createSafeStorage } from '#lib/storage/safe-storage.ts';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

const denied = () => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};
const full = () => {
  throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
};
/** A storage of which some of the methods do not work. */
const brokenStorage = (broken: Partial<Storage>): Storage => {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => {
      kept.clear();
    },
    key: () => null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      kept.set(key, value);
    },
    removeItem: (key) => {
      kept.delete(key);
    },
    ...broken,
  };
};

describe.each([
  { kind: 'local' as const, name: 'localStorage' as const },
  { kind: 'session' as const, name: 'sessionStorage' as const },
])('What a device remembers in its $name', ({ kind, name }) => {
  it('is there for whoever asks next, also after the page was loaded anew', () => {
    expect(createSafeStorage(kind).write('draft', { text: 'Hello' })).toBe(true);
    expect(createSafeStorage(kind).read('draft')).toEqual({ text: 'Hello' });
  });

  it('has a name that no other page of the site uses', () => {
    createSafeStorage(kind).write('draft', 1);
    expect(Object.keys(globalThis[name])).toEqual(['session-room:draft']);
  });

  it('is gone once removed', () => {
    const storage = createSafeStorage(kind);
    storage.write('draft', 1);
    storage.remove('draft');
    expect(storage.read('draft')).toBeUndefined();
    expect(createSafeStorage(kind).read('draft')).toBeUndefined();
  });

  it('is nothing when somebody else wrote nonsense there', () => {
    globalThis[name].setItem('session-room:draft', '{"text":');
    expect(createSafeStorage(kind).read('draft')).toBeUndefined();
  });

  it.each([
    ['every use of it is denied', () => brokenStorage({ getItem: denied, setItem: denied, removeItem: denied })],
    ['it is full', () => brokenStorage({ setItem: full })],
    ['there is none', () => null],
  ])('is kept for the visit when %s', (_, storageOf) => {
    vi.stubGlobal(name, storageOf());
    const storage = createSafeStorage(kind);
    expect(storage.read('draft')).toBeUndefined();
    expect(storage.write('draft', { text: 'Hello' })).toBe(false);
    expect(storage.read('draft')).toEqual({ text: 'Hello' });
    storage.remove('draft');
    expect(storage.read('draft')).toBeUndefined();
  });

  it('is kept for the visit when even its name may not be said', () => {
    const descriptor = Object.getOwnPropertyDescriptor(globalThis, name);
    Object.defineProperty(globalThis, name, { configurable: true, get: denied });
    try {
      const storage = createSafeStorage(kind);
      expect(storage.write('draft', 1)).toBe(false);
      expect(storage.read('draft')).toBe(1);
    } finally {
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
    }
  });

  it('is the newest when it was full for a while and then was not', () => {
    let isFull = false;
    const kept = new Map<string, string>();
    const setItem = (key: string, value: string) => {
      if (isFull) full();
      kept.set(key, value);
    };
    vi.stubGlobal(name, brokenStorage({ getItem: (key) => kept.get(key) ?? null, setItem }));
    const storage = createSafeStorage(kind);
    storage.write('draft', 'one');
    isFull = true;
    storage.write('draft', 'two');
    expect(storage.read('draft')).toBe('two');
    isFull = false;
    expect(storage.write('draft', 'three')).toBe(true);
    expect(storage.read('draft')).toBe('three');
  });
});
