import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach } from 'vitest';

import { createConsole, type ConsoleOptions } from '#console/app/boot.tsx';
import { credential } from '#console/client/credential.ts';
import { credentialOf, type TestPerson } from '#tests/support/test-people.ts';

const stops: (() => void)[] = [];

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  localStorage.clear();
  sessionStorage.clear();
});

type Options = ConsoleOptions & {
  /** Who is signed in; a bearer, or one of the people of the tests. */
  as?: TestPerson | { bearer: string };
};

/** One page at a time: the one before is left. Opens an address of the console in this page; the backend is whatever the test serves. */
export function openConsole(path: string, { as, ...options }: Options = {}) {
  if (as !== undefined) credential.keep(typeof as === 'string' ? credentialOf(as) : as.bearer);
  for (const stop of stops.splice(0)) stop();
  history.pushState(null, '', `/console${path}`);
  const app = createConsole(options);
  const view = render(app.element);
  stops.push(() => {
    view.unmount();
    app.stop();
  });
  return { user: userEvent.setup() };
}
