/** The table on the terminal, and what is behind each line of it. */
import { type Figure, resolveVerdict, type Unit } from '#tests/bench/figure.ts';

const columns = ['figure', 'beside', 'ours', 'ratio', 'must', 'goal', 'verdict'] as const;

const toNumber = (value: number | null, unit: Unit): string => {
  if (value === null) return '';
  const digits = unit === 'kB' ? 1 : unit === 'ms' && value < 10 ? 2 : 0;
  return `${value.toFixed(digits)}${unit && ` ${unit}`}`;
};

const toRow = (figure: Figure): string[] => {
  const { title, unit, ours, other, ratio, judged, must, goal } = figure;
  const toLimit = (limit: number | null) => (judged === 'ratio' ? (limit?.toFixed(2) ?? '') : toNumber(limit, unit));
  return [
    title,
    toNumber(other, unit),
    toNumber(ours, unit),
    ratio?.toFixed(2) ?? '',
    toLimit(must),
    toLimit(goal),
    resolveVerdict(figure),
  ];
};

export function printFigures(figures: readonly Figure[]): void {
  const rows = [[...columns], ...figures.map(toRow)];
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const toLine = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  const [head = [], ...body] = rows;
  console.log(`\n${toLine(head)}\n${widths.map((width) => '-'.repeat(width)).join('  ')}`);
  for (const row of body) console.log(toLine(row));
  console.log('\nBehind them:');
  for (const { title, notes } of figures) {
    if (notes.length > 0) console.log(`${title}\n  ${notes.join('\n  ')}`);
  }
}
