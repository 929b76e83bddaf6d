/**
 * The one agent there is until agents sign in: whoever operates the host and knows its token. Without a token in the settings there is
 * none, and every endpoint of agents refuses.
 */
import { createHash, timingSafeEqual } from 'node:crypto';

import { agentIdSchema, teamIdSchema } from '#contract/ids.ts';
import type { Agent, BackendDeps } from '#backend/deps.ts';
import type { HostSettings } from '#hosts/node/settings.ts';

export function authenticateOperator(settings: HostSettings['agent']): BackendDeps['authenticateAgent'] {
  if (settings === null) return () => Promise.resolve(null);
  const operator: Agent = {
    id: agentIdSchema.parse('operator'),
    name: settings.name,
    team: teamIdSchema.parse('main'),
  };
  // Note: hashes are of one length, and comparing them takes as long for a good guess as for a bad one.
  const wanted = hash(`Bearer ${settings.token}`);
  return ({ headers }) =>
    Promise.resolve(timingSafeEqual(hash(headers.get('authorization') ?? ''), wanted) ? operator : null);
}

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
