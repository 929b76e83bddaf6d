import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach } from 'vitest';

import type { AddInteractionInput } from '#contract/agent.ts';
import type { SettingsLevel } from '#contract/settings.ts';
import { createRoom } from '#room/app/boot.tsx';
import { createTestBackend, type TestBackend, testTeam } from '#tests/support/create-test-backend.ts';
import type { useMockServer } from '#tests/support/mock-server.ts';

type World = {
  settings?: SettingsLevel;
  interactions?: AddInteractionInput[];
  /** The agent's console is open. */
  isAgentConnected?: boolean;
};

const stops: (() => void)[] = [];

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  localStorage.clear();
  sessionStorage.clear();
});

/** A session with a link to it, on a backend of its own. */
export async function buildSession(
  { settings = {}, interactions = [], isAgentConnected = true }: World,
  test: TestBackend = createTestBackend(),
) {
  await test.agent.setPresence(isAgentConnected);
  const started = await test.agent.startSession({
    team: testTeam,
    customer: { name: 'Grace Customer', email: 'grace@example.com', phone: null },
    channel: 'email',
    settings: { branding: { companyName: 'Harbour Credit' }, ...settings },
    interactions,
  });
  return { ...test, ...started, path: new URL(started.url).pathname };
}

/** Opens a link in this page: the real room on the real backend. `path` null: a reload of where the page is. */
export function openLink(path: string | null) {
  if (path !== null) history.pushState(null, '', path);
  const room = createRoom(undefined, path === null);
  const view = render(room.element);
  const leave = () => {
    view.unmount();
    room.stop();
  };
  stops.push(leave);
  const reload = () => {
    leave();
    return openLink(null);
  };
  return { user: userEvent.setup(), leave, reload };
}

/** A customer who opens the link of a session that was just started. */
export async function renderRoom(mock: ReturnType<typeof useMockServer>, world: World) {
  const session = await buildSession(world);
  mock.serve(session.backend);
  return { ...session, ...openLink(session.path) };
}
