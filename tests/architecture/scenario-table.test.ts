import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { scenarioList } from '#backend/scenarios/scenario-list.ts';

const document = 'docs/scenarios.md';
const names = scenarioList.map(({ name }): string => name);

/** Names in backticks in every cell of a table but the first; those in sentences are not promises. */
const namesInTables = readFileSync(document, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .flatMap((line) => line.split('|').slice(2))
  .flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));

describe(document, () => {
  it('names only scenarios that exist', () => {
    expect(namesInTables.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('names every scenario', () => {
    expect(names.filter((name) => !namesInTables.includes(name))).toEqual([]);
  });
});
