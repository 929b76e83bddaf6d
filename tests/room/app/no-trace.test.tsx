// Note: there are no workers in this page, so pdf.js runs its worker's code beside the test.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';

import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';

import { buildScenario } from '#backend/scenarios/build-scenario.ts';
import { authenticateQaAgent } from '#backend/scenarios/scenario-agent.ts';
import { scenarioList } from '#backend/scenarios/scenario-list.ts';
import { createTestBackend } from '#tests/support/create-test-backend.ts';
import { useMockServer } from '#tests/support/mock-server.ts';
import { openLink } from '#tests/support/render-room.tsx';
import { watchWrites } from '#tests/support/watch-writes.ts';

const mock = useMockServer();
const visits = 50;

test.each(scenarioList)('Opening the link of “$name” 50 times with all scripts writes nothing', async ({ name }) => {
  const { deps: watched, writes } = watchWrites();
  const { backend, deps } = createTestBackend({ ...watched, authenticateAgent: authenticateQaAgent });
  const { url } = await buildScenario(deps, name);
  expect(writes.splice(0)).toContain('commitSession');
  mock.serve(backend);

  for (let visit = 0; visit < visits; visit += 1) {
    const { leave } = openLink(new URL(url).pathname);
    await screen.findByRole('heading', { level: 1 });
    leave();
  }

  expect(writes).toEqual([]);
});
