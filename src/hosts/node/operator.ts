/**
 * Whoever operates the host and knows its token: an administrator who is not in the list of people. Without a token in the settings there
 * is none.
 */
import { agentIdSchema, teamIdSchema } from '#contract/ids.ts';
import type { Agent, BackendDeps } from '#backend/deps.ts';
import { createTokenCheck } from '#hosts/node/http/create-token-check.ts';
import type { HostSettings } from '#hosts/node/settings.ts';

export function authenticateOperator(settings: HostSettings['agent']): BackendDeps['authenticateAgent'] {
  if (settings === null) return () => Promise.resolve(null);
  const operator: Agent = {
    id: agentIdSchema.parse('operator'),
    name: settings.name,
    role: 'administrator',
    team: teamIdSchema.parse('main'),
    otherTeams: [],
    passesLinksOn: true,
  };
  const isOperator = createTokenCheck(settings.token);
  return (request) => Promise.resolve(isOperator(request) ? operator : null);
}
