import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

import { expect, it } from 'vitest';

const folder = 'tests/browser';

/** QA's own pages and what the first load may weigh: no rows of a customer's journey. */
const elsewhere = ['entry-budget.spec.ts', 'meanwhile.spec.ts', 'qa-panel.spec.ts'];

/** The table of `docs/testing.md`: `| what happens | file | journey |`. */
const rows = [
  ...readFileSync('docs/testing.md', 'utf8').matchAll(/^\| [^|]+ \| `([\w-]+\.spec\.ts)` +\| ([^|]+) \|$/gm),
].map(([, file = '', title = '']) => ({ file, title: title.trim() }));

const titlesIn = (file: string): string[] =>
  [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/[tT]est\(\s*(['`])(.+?)\1,/gs)].map(([, , title = '']) =>
    title.replaceAll(/\$\{[^}]*\}/g, '…'),
  );

it.each(rows)('$file walks “$title”', ({ file, title }) => {
  expect(titlesIn(file)).toContain(title);
});

it('Every file of journeys proves a row', () => {
  const files = globSync(`${folder}/*.spec.ts`).map((path) => basename(path));
  expect(rows.length).toBeGreaterThan(40);
  expect(files.filter((file) => !elsewhere.includes(file) && rows.every((row) => row.file !== file))).toEqual([]);
});
