// Note: there are no workers in this page, so pdf.js runs its worker's code beside the test.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';

import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';

import { buildScenario } from '#backend/scenarios/build-scenario.ts';
import { scenarioList } from '#backend/scenarios/scenario-list.ts';
import { firstScreens, isFirstOfItsLook } from '#tests/support/first-screens.ts';
import { useMockServer } from '#tests/support/mock-server.ts';
import { openScenarioWorld } from '#tests/support/open-scenario-world.ts';
import { openLink } from '#tests/support/render-room.tsx';
import { watchWrites } from '#tests/support/watch-writes.ts';

const mock = useMockServer();

/** Fifty for one of each first screen, and two for those that only differ in words. */
const cases = scenarioList.map(({ name }) => ({ name, visits: isFirstOfItsLook(name) ? 50 : 2 }));

const noticeNames = { disclaimer: 'About cookies', message: 'Message from the team' } as const;
const isShown = (notice: keyof typeof noticeNames) =>
  screen.queryByRole('region', { name: noticeNames[notice] }) !== null;

test.each(cases)(
  'Opening the link of “$name” $visits times with all scripts shows what it promises and writes nothing',
  async ({ name, visits }) => {
    const { deps: watched, writes } = watchWrites();
    const { backend, deps } = openScenarioWorld(watched);
    const { url } = await buildScenario(deps, name);
    expect(writes.splice(0)).toContain('commitSession');
    mock.serve(backend);
    const [, heading, ...notices] = firstScreens[name];

    for (let visit = 0; visit < visits; visit += 1) {
      const { leave } = openLink(new URL(url).pathname);
      expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(heading);
      if (visit === 0) expect((['disclaimer', 'message'] as const).filter(isShown)).toEqual(notices);
      leave();
    }

    expect(writes).toEqual([]);
  },
);
