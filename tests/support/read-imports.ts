/** Reads what every source file imports (static, dynamic, re-exported, type-only), for the tests about architecture. */
import { globSync, readFileSync } from 'node:fs';

import { parseSync, Visitor } from 'rolldown/utils';

export type SourceFile = { path: string; text: string; imports: readonly string[] };

export const parseImports = (path: string, text: string): string[] => {
  const imports: string[] = [];
  const { program } = parseSync(path, text);
  const add = (source: { value: unknown } | null): void => {
    if (typeof source?.value === 'string') imports.push(source.value);
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.source),
    ExportNamedDeclaration: (node) => add(node.source),
    ExportAllDeclaration: (node) => add(node.source),
    ImportExpression: (node) => {
      if (node.source.type === 'Literal') add(node.source);
    },
    TSImportType: (node) => add(node.source),
  }).visit(program);
  return imports;
};

export const readSourceFiles = (): SourceFile[] =>
  globSync(['src/**/*.{ts,tsx}', 'tests/**/*.{ts,tsx}', '*.ts'])
    .toSorted()
    .map((path) => {
      const text = readFileSync(path, 'utf8');
      return { path, text, imports: parseImports(path, text) };
    });
