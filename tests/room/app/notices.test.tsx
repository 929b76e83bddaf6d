import { screen, waitFor } from '@testing-library/react';
import Cookies from 'js-cookie';
import { afterEach, expect, test, vi } from 'vitest';

import { useMockServer } from '#tests/support/mock-server.ts';
import { buildSession, openLink, renderRoom } from '#tests/support/render-room.tsx';

const mock = useMockServer();

afterEach(() => {
  for (const name of Object.keys(Cookies.get())) Cookies.remove(name);
});

const disclaimer = () => screen.findByRole('region', { name: 'About cookies' });
const noDisclaimer = async () => {
  await waitFor(() => {
    expect(document.title).toContain('Harbour Credit');
  });
  expect(screen.queryByRole('region', { name: 'About cookies' })).not.toBeInTheDocument();
};

test('A first-time customer is told about cookies once, and not again on the next visit', async () => {
  const { user, leave, path } = await renderRoom(mock, { settings: { cookieDisclaimer: { on: true } } });

  await disclaimer();
  await user.click(screen.getByRole('button', { name: 'Got it' }));
  await noDisclaimer();
  leave();
  openLink(path);

  await noDisclaimer();
});

test('A changed text is shown again', async () => {
  const session = await buildSession({ settings: { cookieDisclaimer: { on: true, text: 'First text' } } });
  const changed = await buildSession({ settings: { cookieDisclaimer: { on: true, text: 'Second text' } } });
  mock.serve(session.backend);
  const { user, leave } = openLink(session.path);
  await disclaimer();
  await user.click(screen.getByRole('button', { name: 'Got it' }));
  leave();

  mock.serve(changed.backend);
  openLink(changed.path);

  expect(await disclaimer()).toHaveTextContent('Second text');
});

test('A browser that refuses cookies without a word does not ask twice', async () => {
  vi.spyOn(document, 'cookie', 'set').mockImplementation(() => undefined);
  const { user, leave, path } = await renderRoom(mock, { settings: { cookieDisclaimer: { on: true } } });

  await disclaimer();
  await user.click(screen.getByRole('button', { name: 'Got it' }));
  leave();
  openLink(path);

  await noDisclaimer();
});

test('Where nothing can be stored at all the customer is still asked only once in this visit', async () => {
  vi.spyOn(document, 'cookie', 'set').mockImplementation(() => undefined);
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError');
  });
  const { user, leave, path } = await renderRoom(mock, { settings: { cookieDisclaimer: { on: true } } });

  await disclaimer();
  await user.click(screen.getByRole('button', { name: 'Got it' }));
  leave();
  openLink(path);

  await noDisclaimer();
});

test('No disclaimer where the policy has none', async () => {
  await renderRoom(mock, {});

  await noDisclaimer();
});

const awayText = 'We are back on Monday.\n<b>You can finish everything now.</b>';
const away = () => screen.findByRole('region', { name: 'Message from the team' });

test('A customer who enters while the agent is away reads the business’s message as plain text', async () => {
  const { user } = await renderRoom(mock, {
    settings: { inactiveAgentMessage: { on: true, text: awayText } },
    isAgentConnected: false,
  });

  expect(await away()).toHaveTextContent('<b>You can finish everything now.</b>');
  await user.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(screen.queryByRole('region', { name: 'Message from the team' })).not.toBeInTheDocument();
});

test('The message leaves by itself when the agent comes back', async () => {
  const { agent } = await renderRoom(mock, {
    settings: { inactiveAgentMessage: { on: true, text: awayText } },
    isAgentConnected: false,
  });
  await away();

  await agent.setPresence(true);

  await waitFor(() => {
    expect(screen.queryByRole('region', { name: 'Message from the team' })).not.toBeInTheDocument();
  });
});

test('An agent who leaves later does not raise it', async () => {
  const { agent } = await renderRoom(mock, {
    settings: { inactiveAgentMessage: { on: true, text: awayText } },
  });
  await screen.findAllByText('Available now');

  await agent.setPresence(false);

  await screen.findAllByText('Away');
  expect(screen.queryByRole('region', { name: 'Message from the team' })).not.toBeInTheDocument();
});

test('While nobody can tell whether the agent is there, nothing is said about it', async () => {
  const session = await buildSession({ settings: { inactiveAgentMessage: { on: true, text: awayText } } });
  vi.spyOn(session.deps.store, 'loadPresence').mockRejectedValue(new Error('The presence cannot be looked up.'));
  mock.serve(session.backend);
  openLink(session.path);

  await screen.findByRole('heading', { level: 1, name: 'Nothing to do right now' });
  expect(screen.queryByRole('region', { name: 'Message from the team' })).not.toBeInTheDocument();
});

test('Nothing is shown when the text is empty, or only white space', async () => {
  await renderRoom(mock, {
    settings: { inactiveAgentMessage: { on: true, text: '  \n' } },
    isAgentConnected: false,
  });
  await waitFor(() => {
    expect(document.title).toContain('Harbour Credit');
  });

  expect(screen.queryByRole('region', { name: 'Message from the team' })).not.toBeInTheDocument();
});

test('Both notices come first for the keyboard, whatever screen is first', async () => {
  const { user } = await renderRoom(mock, {
    settings: {
      cookieDisclaimer: { on: true },
      inactiveAgentMessage: { on: true, text: awayText },
      autoOpen: true,
    },
    isAgentConnected: false,
  });
  await disclaimer();

  await user.tab();
  expect(screen.getByRole('link', { name: 'Skip to content' })).toHaveFocus();
  await user.tab();
  expect(screen.getByRole('button', { name: 'Got it' })).toHaveFocus();
  await user.tab();
  expect(screen.getByRole('button', { name: 'Dismiss' })).toHaveFocus();
});
