import type { Page } from '@playwright/test';

/**
 * A photo as a phone writes it: `width` × `height` pixels on the sensor, held upright (EXIF orientation 6: turned by a quarter to the
 * right), with a note of where it was taken. Noise, so that it is as large as a photo; the corner that is on top for people is red.
 */
export async function buildPhoto(page: Page, width: number, height: number): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ([wide, high]) => {
      const canvas = document.createElement('canvas');
      canvas.width = wide;
      canvas.height = high;
      const context = canvas.getContext('2d');
      if (!context) throw new Error('No canvas.');
      const noise = context.createImageData(wide, high);
      const words = new Uint32Array(noise.data.buffer);
      let state = 1;
      for (let at = 0; at < words.length; at += 1) {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        words[at] = 0xff_80_80_80 + ((state >>> 8) & 0x1f_1f_1f);
      }
      context.putImageData(noise, 0, 0);
      context.fillStyle = 'red';
      context.fillRect(0, high - 400, 400, 400);
      const url = canvas.toDataURL('image/jpeg', 0.98);
      return url.slice(url.indexOf(',') + 1);
    },
    [width, height] as const,
  );
  const jpeg = Buffer.from(base64, 'base64');
  return Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]);
}

/** APP1: one table with the orientation and the place of a table for GPS. */
const exif = Buffer.concat([
  Buffer.from([0xff, 0xe1, 0, 0x40]),
  Buffer.from('Exif\0\0MM\0*\0\0\0\x08', 'latin1'),
  Buffer.from([0, 2, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38, 0, 0, 0, 0]),
  Buffer.from([0, 1, 0, 1, 0, 2, 0, 0, 0, 2, 0x4e, 0, 0, 0, 0, 0, 0, 0]),
]);

/** The colour in the upper left corner, as people see the picture. */
export const readCorner = (page: Page, jpeg: Buffer): Promise<string> =>
  page.evaluate(
    async (url) => {
      const picture = new Image();
      picture.src = url;
      await picture.decode();
      const context = document.createElement('canvas').getContext('2d');
      context?.drawImage(picture, 0, 0);
      const [red = 0, green = 0] = context?.getImageData(10, 10, 1, 1).data ?? [];
      return red > 200 && green < 60 ? 'red' : 'other';
    },
    `data:image/jpeg;base64,${jpeg.toString('base64')}`,
  );
