/**
 * Who signs in on the mock backend: one agent a team, so that the presence of one scenario's agent is nobody else's. Scenarios,
 * QA and browser tests use these credentials; no host that serves real customers knows them.
 */
import { agentIdSchema, type TeamId, teamIdSchema } from '#contract/ids.ts';
import type { Agent } from '#backend/deps.ts';

const bearerPattern = /^Bearer qa-agent\.([A-Za-z0-9_-]{1,58})$/;

/** What the agent of a team sends as a bearer. */
export const qaCredential = (team: TeamId): string => `qa-agent.${team}`;

export function authenticateQaAgent(request: Request): Promise<Agent | null> {
  const team = bearerPattern.exec(request.headers.get('authorization') ?? '')?.[1];
  if (team === undefined) return Promise.resolve(null);
  return Promise.resolve({
    id: agentIdSchema.parse(`agent-${team}`),
    name: 'Ada Lindqvist',
    role: 'administrator',
    team: teamIdSchema.parse(team),
    otherTeams: [],
  });
}
