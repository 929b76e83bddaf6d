import { readSourceFiles } from '#tests/support/read-imports.ts';
import { expect, it } from 'vitest';

/** Where QA's own endpoints and faults may be known: the browser host, which serves nobody else. */
const isQas = (path: string) => /^(src\/(hosts\/browser|backend\/qa)|tests)\//.test(path);

it('No host that serves customers, and nothing it is made of, knows what only QA may ask', () => {
  const knowing = readSourceFiles().filter(({ imports }) =>
    imports.some((source) => /^#(backend\/qa\/|contract\/(endpoints\/)?qa\.ts)/.test(source)),
  );
  expect(knowing.some(({ path }) => path.startsWith('src/hosts/browser/'))).toBe(true);
  const others = knowing.map(({ path }) => path).filter((path) => !isQas(path));
  expect(others).toEqual(['src/contract/endpoints/qa.ts']);
});
