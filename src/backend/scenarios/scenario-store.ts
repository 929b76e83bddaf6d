/**
 * The store of the mock host: many businesses side by side. Every team is a business with a system level of its own, so that no
 * scenario's settings reach another, and a system's "on" has a link that shows it.
 */
import { type AgentId, agentIdSchema, type TeamId, teamIdSchema } from '#contract/ids.ts';
import type { Store } from '#backend/store/store.ts';

/** An agent of whom nobody can say whether they are there: looking it up fails. */
export const unreachableAgent: AgentId = agentIdSchema.parse('agent-out-of-reach');

/** Note: kept where the settings of teams are, under a name that no team has. */
const systemOf = (team: TeamId): TeamId => teamIdSchema.parse(`system_${team}`);

export const createScenarioStore = (store: Store): Store => ({
  ...store,
  loadSystemSettings: (team) => store.loadTeamSettings(systemOf(team)),
  saveSystemSettings: (settings, team) => store.saveTeamSettings(systemOf(team), settings),
  loadPresence: (agent) =>
    agent === unreachableAgent
      ? Promise.reject(new Error(`Failed to look up ${agent}: out of reach.`))
      : store.loadPresence(agent),
});
