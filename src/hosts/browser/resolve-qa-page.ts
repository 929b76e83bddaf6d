/** What the QA host shows at an address, before the room knows anything of it. */
import { isScenarioName, type ScenarioName } from '#backend/scenarios/scenario-list.ts';

export type QaPage =
  | { kind: 'start'; unknownScenario: string | null }
  /** `search`: what else the address carried, for the room. */
  | { kind: 'scenario'; name: ScenarioName; search: string }
  | { kind: 'sandbox-provider' }
  | { kind: 'room' };

export function resolveQaPage({ pathname, search }: Pick<Location, 'pathname' | 'search'>): QaPage {
  if (pathname.startsWith('/sandbox-provider/')) return { kind: 'sandbox-provider' };
  if (pathname !== '/' && pathname !== '/index.html') return { kind: 'room' };

  const query = new URLSearchParams(search);
  const name = query.get('scenario');
  if (name === null) return { kind: 'start', unknownScenario: null };
  if (!isScenarioName(name)) return { kind: 'start', unknownScenario: name };
  query.delete('scenario');
  return { kind: 'scenario', name, search: query.size === 0 ? '' : `?${query.toString()}` };
}
