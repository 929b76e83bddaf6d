/**
 * The one agent there is until agents sign in: whoever operates the host and knows its token. Without a token in the settings there is
 * none, and every endpoint of agents refuses.
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
    team: teamIdSchema.parse('main'),
  };
  const isOperator = createTokenCheck(settings.token);
  return (request) => Promise.resolve(isOperator(request) ? operator : null);
}
