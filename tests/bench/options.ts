/** `npm run bench -- --only entry,rules --rounds 9`, or `--quick`: three rounds of everything. */
import { parseArgs } from 'node:util';

export type Options = {
  /** Empty = all. */
  only: readonly string[];
  /** Measured ones; the first before them is thrown away. */
  rounds: number;
};

export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: '' },
      rounds: { type: 'string' },
      quick: { type: 'boolean', default: false },
    },
  });
  const rounds = Number(values.rounds ?? (values.quick ? 3 : 9));
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('Failed to read --rounds: say a number from 1 on.');
  return { only: values.only.split(',').filter((name) => name !== ''), rounds };
}
