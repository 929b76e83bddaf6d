import { existsSync, globSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

const npmOwn = new Set(['ci', 'install', 'run']);
const tops = /^(?:src|tests|docs|public|\.ci)\//;

/** Only what is set as code counts: in a sentence, npm may do as it likes. */
const findScripts = (text: string): string[] =>
  [...text.matchAll(/`+[^`]+`+/g)]
    .flatMap(([code]) => [...code.matchAll(/\bnpm (?:run )?([a-z][\w:]*)/g)])
    .flatMap(([, name = '']) => (npmOwn.has(name) ? [] : name));

/** Paths in backticks from the top of the repository; placeholders (`…`, `*`, `<…>`, `NNN`) are not paths. */
const findPaths = (text: string): string[] =>
  [...text.matchAll(/`([^`\s]+)`/g)].flatMap(([, path = '']) =>
    tops.test(path) && !/[…*<{]|NNN/.test(path) ? path.replace(/:\d+$/, '') : [],
  );

describe.each([...globSync('docs/**/*.md'), ...globSync('README.md')])('%s', (document) => {
  const text = readFileSync(document, 'utf8');

  it('names only scripts that exist', () => {
    expect(findScripts(text).filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it('names only files and folders that exist', () => {
    expect(findPaths(text).filter((path) => !existsSync(path))).toEqual([]);
  });
});

describe('The check of the documents', () => {
  it('sees scripts and paths', () => {
    expect(findScripts('First `npm ci && npm start`, then `npm run nothing`.')).toEqual(['start', 'nothing']);
    expect(findPaths('See `src/nothing/here.ts` and `src/…`.')).toEqual(['src/nothing/here.ts']);
  });
});
