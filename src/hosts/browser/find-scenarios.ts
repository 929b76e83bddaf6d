/** The groups of the start page with what fits the words QA typed: in name, title, description or group, in any order. */
import { scenarioGroups } from '#backend/scenarios/scenario-list.ts';

type Group = (typeof scenarioGroups)[number];
export type FoundGroup = Pick<Group, 'title' | 'intro'> & { scenarios: Group['scenarios'][number][] };

export function findScenarios(typed: string): FoundGroup[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return scenarioGroups
    .map(({ title, intro, scenarios }) => ({
      title,
      intro,
      scenarios: scenarios.filter((scenario) => {
        const text = `${title} ${scenario.name} ${scenario.title} ${scenario.description}`.toLowerCase();
        return words.every((word) => text.includes(word));
      }),
    }))
    .filter(({ scenarios }) => scenarios.length > 0);
}
