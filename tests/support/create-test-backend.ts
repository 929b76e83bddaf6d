import { readFile } from 'node:fs/promises';

import { teamIdSchema } from '#contract/ids.ts';
import { type Backend, createBackend } from '#backend/create-backend.ts';
import type { BackendDeps, LogLine } from '#backend/deps.ts';
import { createSandboxProvider } from '#backend/payments/sandbox-provider.ts';
import { createAgentClient } from '#backend/scenarios/agent-client.ts';
import { authenticatePerson } from '#backend/people/authenticate-person.ts';
import { createPbkdf2Passwords } from '#backend/people/pbkdf2-passwords.ts';
import { createMemoryBlobs } from '#backend/store/memory-blobs.ts';
import { createMemoryStore } from '#backend/store/memory-store.ts';
import { authenticateKey } from '#backend/systems/authenticate-key.ts';
import { readTexts } from '#hosts/node/messages/read-texts.ts';
import { assertDeclared } from '#tests/support/assert-declared.ts';
import { authenticateTestPerson, credentialOf } from '#tests/support/test-people.ts';

export const testOrigin = 'http://room.test';
export const testTeam = teamIdSchema.parse('team-1');
export const agentCredential = credentialOf('administrator');

/** A backend on the memory store with a clock that only moves when told, ids that count, and a signed-in agent. */
export function createTestBackend(
  overrides: Partial<BackendDeps> = {},
  options: Parameters<typeof createBackend>[1] = {},
) {
  let now = Date.UTC(2026, 10, 22, 9, 0, 0);
  let ids = 0;
  const logLines: LogLine[] = [];
  const blobs = overrides.blobs ?? createMemoryBlobs();
  const publicOrigin = overrides.publicOrigin ?? testOrigin;
  const createId = () => `id-${(ids += 1)}`;
  const deps: BackendDeps = {
    store: createMemoryStore(),
    blobs,
    now: () => now,
    createId,
    createToken: () => `token-${(ids += 1)}`.padEnd(43, '-'),
    loadFont: async () => new Uint8Array(await readFile('node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf')),
    loadTexts: readTexts,
    authenticateAgent: async (request) =>
      (await authenticateTestPerson(request)) ??
      (await authenticateKey(deps, request)) ??
      authenticatePerson(deps, request),
    passwords: createPbkdf2Passwords(2),
    publicOrigin,
    limits: null,
    servesLinks: false,
    webhooksToLoopback: false,
    payments: createSandboxProvider({ blobs, createId, publicOrigin }),
    log: (line) => logLines.push(line),
    ...overrides,
  };
  const answer = createBackend(deps, options);
  const backend: Backend = async (request) => {
    const seen = logLines.length;
    const response = await answer(request);
    logLines.slice(seen).forEach(assertDeclared);
    return response;
  };
  return {
    backend,
    deps,
    logLines,
    agent: createAgentClient(backend, testOrigin, agentCredential),
    /** Moves the clock forward. */
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}
export type TestBackend = ReturnType<typeof createTestBackend>;
