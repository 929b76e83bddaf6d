/** Every endpoint of the table that changes something. */
import { allEndpoints } from '#contract/endpoints/all-endpoints.ts';
import { listAgentTargets } from '#tests/backend/http/hostile/agent-targets.ts';
import { listCustomerTargets } from '#tests/backend/http/hostile/customer-targets.ts';
import { listOutboxTargets } from '#tests/backend/http/hostile/outbox-targets.ts';
import { listParticipantTargets } from '#tests/backend/http/hostile/participant-targets.ts';
import { listPeopleTargets } from '#tests/backend/http/hostile/people-targets.ts';
import { listSettingsTargets } from '#tests/backend/http/hostile/settings-targets.ts';
import { listSystemsTargets } from '#tests/backend/http/hostile/systems-targets.ts';
import type { World } from '#tests/backend/http/hostile/start-world.ts';
import type { Targets } from '#tests/backend/http/hostile/target.ts';

const isWrite = ({ method }: { method: string }) => method !== 'GET' && method !== 'HEAD';
export const writeNames = Object.entries(allEndpoints).flatMap(([name, line]) => (isWrite(line) ? [name] : []));

export const listTargets = async (world: World): Promise<Targets> => ({
  ...(await listAgentTargets(world)),
  ...(await listCustomerTargets(world)),
  ...(await listOutboxTargets(world)),
  ...listParticipantTargets(world),
  ...listPeopleTargets(world),
  ...listSettingsTargets(world),
  ...listSystemsTargets(world),
});
