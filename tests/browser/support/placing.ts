/** Putting fields on the pages of a document, as an agent does. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

import { expect, type Locator, type Page } from '@playwright/test';

import { createTurnedAgreement } from '#backend/scenarios/sample-turned-pages.ts';

/** Pages that are turned and cut out of larger sheets; or the PDF whose path is in `ODD_PDF`. */
export async function oddPdf() {
  const path = process.env['ODD_PDF'];
  const bytes = path === undefined ? await createTurnedAgreement() : await readFile(path);
  return { name: basename(path ?? 'turned.pdf'), mimeType: 'application/pdf', buffer: Buffer.from(bytes) };
}

/** Some way to the right and down, by pointer. */
export async function drag(field: Locator): Promise<void> {
  await field.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await field.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const { mouse } = field.page();
  await mouse.move(x + width / 2, y + height / 2);
  await mouse.down();
  await mouse.move(x + width / 2 + 30, y + height / 2 + 40, { steps: 4 });
  await mouse.up();
}

/** There is ink on the page that the fields are put on. */
export const expectPagesDrawn = (page: Page) =>
  expect
    .poll(() =>
      page.locator('canvas').evaluate((canvas) => {
        if (!(canvas instanceof HTMLCanvasElement) || canvas.width === 0) return false;
        const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        return pixels.some(
          (value, index) => index % 4 < 3 && value < 128 && (pixels[index - (index % 4) + 3] ?? 0) > 0,
        );
      }),
    )
    .toBe(true);
