/** Reads how many tests passed and failed from the JSON reports of Vitest and Playwright. */
import { existsSync, readFileSync } from 'node:fs';

import * as z from 'zod/mini';

export type Count = { passed: number; failed: number };

const vitestReportSchema = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const playwrightReportSchema = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int() }),
  errors: z.array(z.unknown()),
});

const readJson = (path: string): unknown => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined);

/** A file that did not even load counts as one failure. */
export const readVitestReport = (path: string): Count => {
  const { data } = vitestReportSchema.safeParse(readJson(path));
  if (data === undefined) return { passed: 0, failed: 1 };
  const unloaded = data.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return { passed: data.numPassedTests, failed: data.numFailedTests + unloaded.length };
};

/** Errors outside of tests (a server that did not start, a file that did not load) count as one failure each. */
export const readPlaywrightReport = (path: string): Count => {
  const { data } = playwrightReportSchema.safeParse(readJson(path));
  if (data === undefined) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky } = data.stats;
  return { passed: expected, failed: unexpected + flaky + data.errors.length };
};
