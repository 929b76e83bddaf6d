/** `npm run kill -- --rounds 30`: the test of kills at its full length. A seed can be had again with `--seed`. */
import { parseArgs } from 'node:util';

import { killRounds } from '#tests/support/kill/kill-rounds.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '30' },
    sessions: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});

console.log(`seed ${values.seed}`);
const { disorder, ...report } = await killRounds({
  rounds: Number(values.rounds),
  sessions: Number(values.sessions),
  seed: Number(values.seed),
  tell: console.log,
});
console.log(report);
for (const sentence of disorder) console.error(sentence);
console.log(
  disorder.length === 0 ? 'Nothing was lost, nothing was half done.' : `${disorder.length} things are wrong.`,
);
process.exitCode = disorder.length === 0 ? 0 : 1;
