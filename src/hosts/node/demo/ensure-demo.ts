/**
 * The demonstration's sessions: built at the first start, listed again at each, built anew before their links run out. Links are
 * credentials that the store keeps only as hashes, so they are written down here, for the owner of the folder alone.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import * as z from 'zod/mini';

import type { BackendDeps } from '#backend/deps.ts';
import { buildScenario } from '#backend/scenarios/build-scenario.ts';
import { type ScenarioName, scenarioList } from '#backend/scenarios/scenario-list.ts';
import { day } from '#backend/scenarios/scenario-stage.ts';
import { demoList } from '#hosts/node/demo/demo-list.ts';

export type DemoLink = { title: string; url: string };

const keptSchema = z.array(z.object({ name: z.string(), builtAt: z.number(), path: z.string() }));
type Kept = z.infer<typeof keptSchema>;

/** Less than the product's own access duration. */
const freshFor = 6 * day;

export async function ensureDemo(deps: BackendDeps, folder: string): Promise<DemoLink[]> {
  const file = join(folder, 'demo.json');
  const known = existsSync(file) ? keptSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
  const isFresh = ({ builtAt }: Kept[number]) => deps.now() - builtAt < freshFor;
  const kept: Kept = [];
  for (const name of demoList) {
    kept.push(known.find((one) => one.name === name && isFresh(one)) ?? (await build(deps, name)));
    // Note: one by one, so that what was built before the process died is not built twice.
    keep(file, kept);
  }
  return kept.map(({ name, path }) => ({ title: findTitle(name), url: deps.publicOrigin + path }));
}

/** Whole or not at all. */
function keep(file: string, kept: Kept): void {
  writeFileSync(`${file}.half`, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.half`, file);
}

async function build(deps: BackendDeps, name: ScenarioName): Promise<Kept[number]> {
  const { url } = await buildScenario(deps, name);
  return { name, builtAt: deps.now(), path: new URL(url).pathname };
}

const findTitle = (name: string): string => scenarioList.find((scenario) => scenario.name === name)?.title ?? name;
