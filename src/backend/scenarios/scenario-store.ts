/**
 * The store of hosts that show scenarios: many businesses side by side. Each scenario is a business with a system level of its own, so that no
 * scenario's settings reach another, and a system's "on" has a link that shows it. Whoever else works here shares the one system level.
 */
import { type AgentId, agentIdSchema, type TeamId, teamIdSchema } from '#contract/ids.ts';
import type { SettingsPlace } from '#backend/store/settings-store.ts';
import type { Store } from '#backend/store/store.ts';

/** An agent of whom nobody can say whether they are there: looking it up fails. */
export const unreachableAgent: AgentId = agentIdSchema.parse('agent-out-of-reach');

const scenarioPrefix = 'scenario-';
const otherSuffix = '_other';

/** Whose settings a scenario's sessions have. */
export const scenarioTeam = (name: string): TeamId => teamIdSchema.parse(scenarioPrefix + name);
/** The second team of a scenario's business. */
export const otherTeamOf = (team: TeamId): TeamId => teamIdSchema.parse(team + otherSuffix);

/** Where a scenario's system level is kept, among the settings of teams, under a name that no team has. Others keep theirs where it belongs. */
const toOwnPlace = (place: SettingsPlace): SettingsPlace =>
  place.level === 'system' && place.team.startsWith(scenarioPrefix)
    ? { level: 'team', team: teamIdSchema.parse(`system_${place.team.replace(otherSuffix, '')}`) }
    : place;

export const createScenarioStore = (store: Store): Store => ({
  ...store,
  settings: {
    load: (place) => store.settings.load(toOwnPlace(place)),
    commit: (commit) => store.settings.commit({ ...commit, place: toOwnPlace(commit.place) }),
    readLog: (place, before, limit) => store.settings.readLog(toOwnPlace(place), before, limit),
  },
  loadPresence: (agent) =>
    agent === unreachableAgent
      ? Promise.reject(new Error(`Failed to look up ${agent}: out of reach.`))
      : store.loadPresence(agent),
});
