/** `npm run bench -- --only entry,rules --rounds 9`, or `--quick`: three rounds of everything. The load takes `--seconds`. */
import { parseArgs } from 'node:util';

export type Options = {
  /** Empty = all. */
  only: readonly string[];
  /** Measured ones; the first before them is thrown away. */
  rounds: number;
  /** How long the load lasts. */
  seconds: number;
};

export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: '' },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      quick: { type: 'boolean', default: false },
    },
  });
  return {
    only: values.only.split(',').filter((name) => name !== ''),
    rounds: readCount('--rounds', values.rounds ?? (values.quick ? '3' : '9')),
    seconds: readCount('--seconds', values.seconds ?? (values.quick ? '20' : '120')),
  };
}

function readCount(name: string, text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new Error(`Failed to read ${name}: say a number from 1 on.`);
  return count;
}
