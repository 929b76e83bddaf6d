/**
 * Everything CI runs, in one go (`npm test`, `npm run check`). Goes on after a failure, so that one run tells all of them, and
 * ends with the line `N passed, N failed`: tests are counted one by one, every other step as one.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';

import { findChromium, howToGetChromium } from '#tests/support/find-chromium.ts';
import { findPostgres, givenPostgres, howToGetPostgres } from '#tests/support/postgres/find-postgres.ts';
import { type Count, readPlaywrightReport, readVitestReport } from '#tests/support/test-reports.ts';

type Step = { title: string; script: string; options?: readonly string[]; count?: () => Count };

const reports = '.cache/reports';

const vitest = (title: string, script: string): Step => {
  const report = `${reports}/${script}.json`;
  return {
    title,
    script,
    options: ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
    count: () => readVitestReport(report),
  };
};

const steps: readonly Step[] = [
  { title: 'Format', script: 'format:check' },
  { title: 'Lint', script: 'lint' },
  { title: 'Types', script: 'types' },
  { title: 'Dead code', script: 'knip' },
  vitest('Tests without a browser', 'unit'),
  { title: 'Size of the way in', script: 'size' },
  vitest('The finished build', 'built'),
  {
    title: 'Journeys in a browser',
    script: 'browser',
    count: () => readPlaywrightReport(`${reports}/browser.json`),
  },
];

const runScript = (script: string, options: readonly string[]): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', script, '--', ...options], { stdio: 'inherit' });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });

/** Note: a step that ended badly has failed, even where its report knows of no failed test (or there is no report). */
const countStep = (step: Step, isGood: boolean): Count => {
  const counted = step.count?.() ?? { passed: isGood ? 1 : 0, failed: 0 };
  return isGood || counted.failed > 0 ? counted : { ...counted, failed: 1 };
};

const runStep = async (step: Step): Promise<Count> => {
  console.log(`\n── ${step.title} (npm run ${step.script})`);
  const startedAt = performance.now();
  const count = countStep(step, await runScript(step.script, step.options ?? []));
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`── ${step.title}: ${count.passed} passed, ${count.failed} failed in ${seconds} s`);
  return count;
};

const missing = [
  ...(findChromium() === undefined ? [howToGetChromium] : []),
  ...((givenPostgres() ?? findPostgres()) === undefined ? [howToGetPostgres] : []),
];
if (missing.length > 0) {
  console.error(missing.join('\n\n'));
  process.exit(1);
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const total = { passed: 0, failed: 0 };
const broken: string[] = [];
for (const step of steps) {
  const { passed, failed } = await runStep(step);
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) broken.push(step.title);
}

if (broken.length > 0) console.log(`\nFailed: ${broken.join(', ')}`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
console.log(`\n${total.passed} passed, ${total.failed} failed`);
