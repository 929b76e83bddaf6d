import { onTestFinished } from 'vitest';

/**
 * A browser that unpacks every picture as `width` × `height` pixels and packs it again into `packedBytes` bytes: in the page of these tests there
 * are no pictures. What a real browser makes of a photo is walked in `tests/browser/hostile-files.spec.ts`.
 */
export function fakePictures(width: number, height: number, packedBytes: number): { packed: string[] } {
  const packed: string[] = [];
  replace(HTMLImageElement.prototype, 'decode', { value: () => Promise.resolve() });
  replace(HTMLImageElement.prototype, 'naturalWidth', { get: () => width });
  replace(HTMLImageElement.prototype, 'naturalHeight', { get: () => height });
  replace(HTMLCanvasElement.prototype, 'getContext', {
    value: () => ({ fillRect: () => undefined, drawImage: () => undefined }),
  });
  replace(HTMLCanvasElement.prototype, 'toBlob', {
    value(this: HTMLCanvasElement, take: BlobCallback, type: string) {
      packed.push(`${this.width}×${this.height}`);
      take(new Blob([Uint8Array.of(0xff, 0xd8, 0xff), new Uint8Array(packedBytes - 3)], { type }));
    },
  });
  return { packed };
}

function replace(prototype: object, name: string, by: PropertyDescriptor): void {
  const before = Object.getOwnPropertyDescriptor(prototype, name);
  Object.defineProperty(prototype, name, { configurable: true, ...by });
  onTestFinished(() => {
    if (before) Object.defineProperty(prototype, name, before);
  });
}
