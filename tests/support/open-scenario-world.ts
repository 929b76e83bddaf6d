import type { BackendDeps } from '#backend/deps.ts';
import { authenticateQaAgent } from '#backend/scenarios/scenario-agent.ts';
import { createScenarioStore } from '#backend/scenarios/scenario-store.ts';
import { createMemoryStore } from '#backend/store/memory-store.ts';
import { createTestBackend } from '#tests/support/create-test-backend.ts';

/** The mock host's backend, where every scenario is a business of its own. */
export const openScenarioWorld = ({ store = createMemoryStore(), ...overrides }: Partial<BackendDeps> = {}) =>
  createTestBackend({ authenticateAgent: authenticateQaAgent, ...overrides, store: createScenarioStore(store) });
