/**
 * `npm run bench`: builds the room and what it is compared with, serves them from this process, opens them in one browser in turns, and
 * prints every figure beside its limits (docs/benchmark.md). Times are printed, never asserted: it fails only when it could not measure.
 */
import { chromium } from '@playwright/test';

import { buildApp } from '#tests/bench/build-app.ts';
import { measureEntry } from '#tests/bench/entry/measure-entry.ts';
import type { Figure } from '#tests/bench/figure.ts';
import { createCertificate } from '#tests/bench/link/self-signed-certificate.ts';
import { printLoad } from '#tests/bench/machine.ts';
import { readOptions } from '#tests/bench/options.ts';
import { printFigures } from '#tests/bench/print-figures.ts';
import { measureLoad } from '#tests/bench/load/measure-load.ts';
import { measureRules } from '#tests/bench/rules/measure-rules.ts';
import { measureFirstPage } from '#tests/bench/pdf/measure-first-page.ts';
import { measureMemory } from '#tests/bench/pdf/measure-memory.ts';
import { measureStep } from '#tests/bench/step/measure-step.ts';
import { findWholeChromium, howToGetChromium } from '#tests/support/find-chromium.ts';

const { only, rounds, seconds } = readOptions(process.argv.slice(2));
const executablePath = findWholeChromium();
if (executablePath === undefined) throw new Error(howToGetChromium);

const room = await buildApp('vite.config.ts', 'dist/room');
const floor = await buildApp('tests/bench/floor/vite.config.ts', 'dist/bench/floor');
const bare = await buildApp('tests/bench/bare-pdf/vite.config.ts', 'dist/bench/bare-pdf');
const certificate = createCertificate();

const launch = () =>
  chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      `--ignore-certificate-errors-spki-list=${certificate.keyHash}`,
    ],
  });

printLoad('before');
const browser = await launch();
const folders = { room: room.folder, bare: bare.folder };

const parts: Readonly<Record<string, () => Promise<Figure[]>>> = {
  entry: () => measureEntry({ browser, room, floor, certificate, rounds }),
  step: () => measureStep({ browser, folder: room.folder, rounds }),
  pdf: () => measureFirstPage({ browser, folders, rounds }),
  memory: () => measureMemory({ launch, folders, rounds }),
  rules: () => measureRules({ rounds }),
  load: () => measureLoad({ seconds }),
};

const figures: Figure[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (only.length > 0 && !only.includes(name)) continue;
  console.log(`Measuring: ${name}`);
  figures.push(...(await measure()));
}
await browser.close();
printLoad('after');
printFigures(figures);
