import { act, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { getFeed } from '#contract/endpoints/entry.ts';
import { signalAgentTyping } from '#contract/endpoints/agent-session.ts';
import { limits } from '#contract/limits.ts';
import { typingLifetime } from '#domain/typing.ts';
import { agentCredential } from '#tests/support/create-test-backend.ts';
import { useMockServer } from '#tests/support/mock-server.ts';
import { openAgentFeed } from '#tests/support/read-feed.ts';
import { buildSession, openLink, renderRoom } from '#tests/support/render-room.tsx';
import { createCaller } from '#tests/support/start-session.ts';
import { useFastTime } from '#tests/support/use-fast-time.ts';

const mock = useMockServer();

afterEach(() => {
  vi.unstubAllGlobals();
});

const log = () => screen.findByRole('log');
const field = () => screen.findByRole('textbox', { name: 'Your message' });
const linesOf = (element: HTMLElement) =>
  [...element.querySelectorAll('[dir="auto"]')].map(({ textContent }) => textContent);

describe('beside the cards', () => {
  test('a customer writes, the agent answers, both in order', async () => {
    const { user, agent, sessionId } = await renderRoom(mock, {});
    await user.type(await field(), 'Is this the right account?{Enter}');
    await waitFor(async () => {
      expect(screen.queryByText('Sending…')).not.toBeInTheDocument();
      expect(linesOf(await log())).toEqual(['Is this the right account?']);
    });
    expect(await field()).toHaveValue('');

    await agent.sendMessage(sessionId, 'Yes, it is.');

    await waitFor(async () => {
      expect(linesOf(await log())).toEqual(['Is this the right account?', 'Yes, it is.']);
    });
    expect(within(await log()).getByText('Ada Agent')).toBeInTheDocument();
  });

  test('the agent is seen writing until what they wrote is there, and sees the customer write', async () => {
    const { user, backend, agent, sessionId } = await renderRoom(mock, {});
    const asAgent = createCaller(backend, agentCredential);
    const desk = await openAgentFeed(asAgent, sessionId);
    await desk.nextBatch();
    await user.type(await field(), 'Is this right?');
    // Note: the customer's page may be there before or after the desk, which is told so.
    const heard = async (): Promise<unknown> => {
      const event = await desk.next();
      return event?.kind === 'session' ? heard() : event;
    };
    expect(await heard()).toEqual({ kind: 'typing', name: 'Grace Customer' });
    await desk.cancel();

    await asAgent(signalAgentTyping, { params: { sessionId } });
    expect(await screen.findByText('Ada Agent is typing…')).toBeVisible();
    await agent.sendMessage(sessionId, 'Yes.');
    expect(await screen.findByText('Yes.')).toBeVisible();
    expect(screen.queryByText('Ada Agent is typing…')).not.toBeInTheDocument();
  });

  test('an agent who stops without sending is seen writing no longer, by itself', async () => {
    const { backend, sessionId } = await renderRoom(mock, {});
    await field();
    const asAgent = createCaller(backend, agentCredential);
    useFastTime();
    // Note: who follows a moment later was told nothing.
    await waitFor(async () => {
      await asAgent(signalAgentTyping, { params: { sessionId } });
      expect(screen.getByText('Ada Agent is typing…')).toBeVisible();
    });
    await act(() => vi.advanceTimersByTimeAsync(typingLifetime));
    expect(screen.queryByText('Ada Agent is typing…')).not.toBeInTheDocument();
  });

  test('a page that follows asks for nothing, however long it is open', async () => {
    useFastTime();
    const { agent, sessionId } = await renderRoom(mock, {});
    await agent.sendMessage(sessionId, 'Are you there?');
    expect(await screen.findByText('Are you there?')).toBeVisible();
    const asked: string[] = [];
    mock.server.events.on('request:start', ({ request }) => asked.push(new URL(request.url).pathname));
    await act(() => vi.advanceTimersByTimeAsync(60_000));
    await agent.sendMessage(sessionId, 'Good bye.');
    expect(await screen.findByText('Good bye.')).toBeVisible();
    mock.server.events.removeAllListeners();
    expect(asked.filter((path) => path !== getFeed.path)).toEqual([]);
  });

  test('line breaks are kept and nothing is ever run', async () => {
    const { agent, sessionId } = await renderRoom(mock, {});
    const words = 'First line\n<img src=x onerror="alert(1)"> https://example.com';
    await agent.sendMessage(sessionId, words);

    await waitFor(async () => {
      expect(linesOf(await log())).toEqual([words]);
    });
    expect(within(await log()).queryByRole('img')).not.toBeInTheDocument();
    expect(within(await log()).queryByRole('link')).not.toBeInTheDocument();
  });

  test('Shift and Enter make a new line instead of sending', async () => {
    const { user } = await renderRoom(mock, {});
    await user.type(await field(), 'First{Shift>}{Enter}{/Shift}second');
    expect(await field()).toHaveValue('First\nsecond');
    expect(linesOf(await log())).toEqual([]);
  });

  test('on a phone Enter makes a new line and the button sends', async () => {
    const ask = window.matchMedia.bind(window);
    vi.stubGlobal('matchMedia', (query: string) => ask(query.includes('pointer: coarse') ? 'all' : query));
    const { user } = await renderRoom(mock, {});
    await user.type(await field(), 'First{Enter}second');
    expect(await field()).toHaveValue('First\nsecond');

    await user.click(screen.getByRole('button', { name: 'Send' }));
    await waitFor(async () => {
      expect(linesOf(await log())).toEqual(['First\nsecond']);
    });
  });

  test('a message that is refused stays, says why, and is sent once when tried again', async () => {
    const { user, backend } = await renderRoom(mock, {});
    const answers = { isAway: true };
    const keys: (string | null)[] = [];
    mock.server.use(
      http.post('*/api/messages', async ({ request }) => {
        keys.push(request.headers.get('idempotency-key'));
        if (!answers.isAway) return backend(request);
        return HttpResponse.json(
          { type: 'about:blank', title: 'No', status: 403, code: 'not-allowed', requestId: 'r' },
          { status: 403, headers: { 'content-type': 'application/problem+json' } },
        );
      }),
    );
    await user.type(await field(), 'Hello{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Send again' }));
    await waitFor(() => {
      expect(keys).toHaveLength(2);
    });
    answers.isAway = false;
    await user.click(await screen.findByRole('button', { name: 'Send again' }));

    await waitFor(() => {
      expect(screen.queryByRole('button', { name: 'Send again' })).not.toBeInTheDocument();
    });
    expect(linesOf(await log())).toEqual(['Hello']);
    expect(new Set(keys).size).toBe(1);
  });

  test('a message whose answer was lost is not doubled', async () => {
    const { user, backend } = await renderRoom(mock, {});
    const answers = { lost: 1 };
    mock.server.use(
      http.post('*/api/messages', async ({ request }) => {
        const response = await backend(request);
        if (answers.lost === 0) return response;
        answers.lost -= 1;
        return HttpResponse.error();
      }),
    );
    await user.type(await field(), 'Only once{Enter}');

    await waitFor(() => {
      expect(answers.lost).toBe(0);
      expect(screen.queryByText('Sending…')).not.toBeInTheDocument();
    });
    expect(linesOf(await log())).toEqual(['Only once']);
  });

  test('what is written without a network waits, and goes out when it is back', async () => {
    const { user } = await renderRoom(mock, {});
    await field();
    dispatchEvent(new Event('offline'));
    await user.type(await field(), 'Written on the train{Enter}');
    expect(await screen.findByText('Will be sent when you are back online')).toBeInTheDocument();

    dispatchEvent(new Event('online'));
    await waitFor(() => {
      expect(screen.queryByText(/Will be sent|Sending/)).not.toBeInTheDocument();
    });
    expect(linesOf(await log())).toEqual(['Written on the train']);
  });

  test('what failed for want of an answer goes out by itself when the backend is back', async () => {
    const session = await buildSession({});
    mock.serve(session.backend);
    mock.server.use(
      http.get('*/api/feed', () => HttpResponse.error()),
      http.post('*/api/messages', () => HttpResponse.error()),
    );
    const { user } = openLink(session.path);
    await user.type(await field(), 'Are you back?{Enter}');
    await screen.findByRole('button', { name: 'Send again' }, { timeout: 15_000 });

    mock.server.resetHandlers();
    mock.serve(session.backend);
    dispatchEvent(new Event('online'));

    await waitFor(() => {
      expect(screen.queryByRole('button', { name: 'Send again' })).not.toBeInTheDocument();
      expect(screen.queryByText('Sending…')).not.toBeInTheDocument();
    });
    expect(linesOf(await log())).toEqual(['Are you back?']);
  });

  test('a message can be given up', async () => {
    const { user } = await renderRoom(mock, {});
    mock.server.use(http.post('*/api/messages', () => new HttpResponse(null, { status: 418 })));
    await user.type(await field(), 'Never mind{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Remove' }));
    expect(linesOf(await log())).toEqual([]);
  });

  test('what is half written survives a reload', async () => {
    const { user, reload } = await renderRoom(mock, {});
    await user.type(await field(), 'I wanted to ask');
    reload();
    expect(await field()).toHaveValue('I wanted to ask');
  });

  test('a message that is too long is counted, kept and not sent', async () => {
    const { user } = await renderRoom(mock, {});
    await user.click(await field());
    await user.paste('a'.repeat(limits.messageLength + 2));
    expect(screen.getByText(/2 characters too many/)).toBeInTheDocument();

    await user.keyboard('{Enter}');
    expect(linesOf(await log())).toEqual([]);
    await user.keyboard('{Backspace}{Backspace}');
    expect(screen.getByText(/0 characters left/)).toBeInTheDocument();
  });

  test('an absent agent is said above the field, and takes it back by coming', async () => {
    const { agent } = await renderRoom(mock, { isAgentConnected: false });
    expect(await screen.findByText(/Ada Agent is away right now. You can finish everything now/)).toBeInTheDocument();

    await agent.setPresence(true);
    await waitFor(() => {
      expect(screen.queryByText(/is away right now/)).not.toBeInTheDocument();
    });
  });

  test('where it was never on there is nothing of it', async () => {
    const session = await buildSession({ settings: { chat: false } });
    mock.serve(session.backend);
    openLink(session.path);
    await screen.findByRole('heading', { level: 1 });
    await waitFor(() => {
      expect(screen.queryByRole('log')).not.toBeInTheDocument();
    });
  });

  test('where it was switched off meanwhile there is nowhere to write, but what the agent wrote can be read', async () => {
    const session = await buildSession({});
    mock.serve(session.backend);
    await session.agent.sendMessage(session.sessionId, 'Please call us.');
    await session.agent.saveSystemSettings({ chat: false });
    openLink(session.path);
    await waitFor(async () => {
      expect(linesOf(await log())).toEqual(['Please call us.']);
    });
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });

  test('after the end it can be read, not answered', async () => {
    const { agent, sessionId, user } = await renderRoom(mock, {});
    await user.type(await field(), 'Thank you{Enter}');
    await waitFor(async () => {
      expect(screen.queryByText('Sending…')).not.toBeInTheDocument();
      expect(linesOf(await log())).toEqual(['Thank you']);
    });
    await agent.endSession(sessionId);

    expect(await screen.findByText(/This conversation has ended/)).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    expect(linesOf(await log())).toEqual(['Thank you']);
  });

  test('a page that cannot follow says so, and catches up when asked to', async () => {
    const session = await buildSession({});
    mock.serve(session.backend);
    mock.server.use(http.get('*/api/feed', () => HttpResponse.error()));
    const { user } = openLink(session.path);
    const retry = await screen.findByRole('button', { name: 'Try now' });
    await session.agent.sendMessage(session.sessionId, 'Are you there?');
    expect(linesOf(await log())).toEqual([]);

    mock.server.resetHandlers();
    mock.serve(session.backend);
    await user.click(retry);

    await waitFor(async () => {
      expect(linesOf(await log())).toEqual(['Are you there?']);
      expect(screen.queryByRole('button', { name: 'Try now' })).not.toBeInTheDocument();
    });
  });
});

describe('on a narrow screen', () => {
  const narrow = () => {
    const ask = window.matchMedia.bind(window);
    vi.stubGlobal('matchMedia', (query: string) => ask(query.includes('1024px') ? 'not all' : query));
  };

  test('unread messages are counted on the button until they are seen, and not counted again later', async () => {
    narrow();
    const { user, agent, sessionId, leave, path } = await renderRoom(mock, {});
    await screen.findByRole('button', { name: 'Messages' });
    await agent.sendMessage(sessionId, 'Hello Grace');
    await agent.sendMessage(sessionId, 'One more thing');

    await user.click(await screen.findByRole('button', { name: 'Messages, 2 unread' }));
    const sheet = within(screen.getByRole('dialog', { name: 'Messages' }));
    expect(sheet.getByText('One more thing')).toBeInTheDocument();
    await user.click(sheet.getByRole('button', { name: 'Close messages' }));

    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Messages' })).toHaveFocus();
    leave();
    openLink(path);
    expect(await screen.findByRole('button', { name: 'Messages' })).toBeInTheDocument();
  });

  test('a new message is announced while the messages are out of sight', async () => {
    narrow();
    const { agent, sessionId } = await renderRoom(mock, {});
    await screen.findByRole('button', { name: 'Messages' });
    await agent.sendMessage(sessionId, 'Hello Grace');
    expect(await screen.findByText('New message from Ada Agent: Hello Grace')).toBeInTheDocument();
  });
});
