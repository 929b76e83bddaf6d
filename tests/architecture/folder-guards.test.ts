import { checkImports, resolveFolder } from '#tests/support/check-imports.ts';
import { parseImports, readSourceFiles } from '#tests/support/read-imports.ts';
import { describe, expect, it } from 'vitest';

const check = (path: string, text: string) => checkImports({ path, imports: parseImports(path, text) });

describe('The folders of this project', () => {
  const files = readSourceFiles();

  it('import only what their line of the table allows', () => {
    expect(files.flatMap(checkImports)).toEqual([]);
  });

  it('are all in the table', () => {
    const sources = files.map(({ path }) => path).filter((path) => path.startsWith('src/'));
    expect(sources.length).toBeGreaterThan(20);
    expect(sources.filter((path) => resolveFolder(path.slice('src/'.length)) === undefined)).toEqual([]);
  });

  it('silence no tool: what a rule forbids is changed, not excused', () => {
    const excuse = new RegExp(
      ['(ox|es)lint-disable', '@ts-(ignore|expect-error|nocheck)', 'prettier-ignore'].join('|'),
    );
    const excused = files.filter(({ text }) => new RegExp(`(//|/\\*)\\s*(${excuse.source})`).test(text));
    expect(excused.map(({ path }) => path)).toEqual([]);
  });
});

describe('The check of imports', () => {
  it.each([
    ['a rule that reaches for the backend', 'src/domain/a.ts', "import { x } from '#backend/x.ts';"],
    ['a contract that reaches for a rule, types only', 'src/contract/a.ts', "import type { X } from '#domain/x.ts';"],
    ['a backend that knows its host', 'src/backend/a.ts', "import { x } from '#hosts/browser/x.ts';"],
    ['a primitive that knows the contract', 'src/ui/a.tsx', "import type { X } from '#contract/x.ts';"],
    ['a feature that imports another', 'src/room/esign/a.tsx', "import { x } from '#room/payment/x.ts';"],
    ['a feature that loads another later', 'src/room/esign/a.tsx', "const x = () => import('#room/payment/x.ts');"],
    ['a feature that names a type of another', 'src/room/esign/a.ts', "type X = import('#room/payment/x.ts').X;"],
    ['a feature that hands on another', 'src/room/esign/a.ts', "export { x } from '#room/payment/x.ts';"],
    ['a feature that imports the app', 'src/room/workflow/a.tsx', "import { x } from '#room/app/x.ts';"],
    ['a relative path', 'src/domain/a.ts', "import { x } from './x.ts';"],
    ['full zod', 'src/contract/a.ts', "import * as z from 'zod';"],
  ])('catches %s', (_, path, text) => {
    expect(check(path, text)).toHaveLength(1);
  });

  it.each([
    ['src/room/app/a.tsx', "import { x } from '#room/esign/x.ts';"],
    ['src/room/esign/a.tsx', "import { x } from '#room/esign/x.ts'; import * as z from 'zod/mini';"],
    ['src/backend/a.ts', "import { x } from '#domain/x.ts'; import type { Y } from '#contract/y.ts';"],
    ['tests/room/a.test.tsx', "import { x } from '#backend/x.ts';"],
  ])('lets %s pass with %s', (path, text) => {
    expect(check(path, text)).toEqual([]);
  });
});
