import { describe, expect, it } from 'vitest';

import { listSessions } from '#contract/endpoints/people.ts';
import { teamIdSchema } from '#contract/ids.ts';
import { createAgentClient } from '#backend/scenarios/agent-client.ts';
import { createTestBackend, testOrigin } from '#tests/support/create-test-backend.ts';
import { buildPayment } from '#tests/support/sample-interactions.ts';
import { buildSessionInput, createCaller, readProblem } from '#tests/support/start-session.ts';
import { credentialOf, type TestPerson } from '#tests/support/test-people.ts';

function openLists() {
  const test = createTestBackend();
  const start = async (person: TestPerson, name: string, team = 'team-1') => {
    test.pass(1_000);
    const agent = createAgentClient(test.backend, testOrigin, credentialOf(person));
    const customer = { name, email: `${name.toLowerCase()}@example.com`, phone: null };
    const interactions = [buildPayment(), buildPayment()];
    return agent.startSession(buildSessionInput({ team: teamIdSchema.parse(team), customer, interactions }));
  };
  const ask = (person: TestPerson, query: Record<string, string> = {}) =>
    createCaller(test.backend, credentialOf(person))(listSessions, {
      query: `?${new URLSearchParams(query).toString()}`,
    });
  const list = async (person: TestPerson, query?: Record<string, string>) =>
    listSessions.output.parse(await (await ask(person, query)).json());
  const names = async (person: TestPerson, query?: Record<string, string>) =>
    (await list(person, query)).sessions.map(({ customer }) => customer.name);
  return { ...test, start, ask, list, names };
}

describe('The list of sessions', () => {
  it('shows what a role may see, newest first', async () => {
    const { start, names } = openLists();
    await start('the agent', 'Mine');
    await start('a colleague', 'Theirs');
    await start('an agent elsewhere', 'Far', 'team-2');
    expect(await names('the agent')).toEqual(['Mine']);
    expect(await names('a colleague')).toEqual(['Theirs']);
    expect(await names('the supervisor')).toEqual(['Theirs', 'Mine']);
    expect(await names('a supervisor elsewhere')).toEqual(['Far']);
    expect(await names('an administrator elsewhere')).toEqual(['Far', 'Theirs', 'Mine']);
  });

  it('shows no more to whoever asks for more', async () => {
    const { start, names } = openLists();
    await start('a colleague', 'Theirs');
    await start('an agent elsewhere', 'Far', 'team-2');
    expect(await names('the agent', { agent: 'agent-2' })).toEqual([]);
    expect(await names('the supervisor', { team: 'team-2' })).toEqual([]);
    expect(await names('the agent', { search: 'far' })).toEqual([]);
  });

  it('is searched and filtered', async () => {
    const { start, names, agent } = openLists();
    const { sessionId } = await start('the agent', 'Cleo');
    await start('the agent', 'Maya');
    await agent.endSession(sessionId);
    expect(await names('administrator', { search: ' CLEO@ex ' })).toEqual(['Cleo']);
    expect(await names('administrator', { state: 'open' })).toEqual(['Maya']);
    expect(await names('administrator', { state: 'ended', agent: 'agent-1', team: 'team-1' })).toEqual(['Cleo']);
  });

  it('says how far each has come', async () => {
    const { start, list, agent } = openLists();
    const { sessionId, interactions } = await start('the agent', 'Cleo');
    const [first] = interactions;
    if (first) await agent.withdraw(sessionId, first, 'Not needed.');
    expect((await list('administrator')).sessions).toMatchObject([
      {
        id: sessionId,
        state: 'open',
        agent: { id: 'agent-1' },
        customer: { name: 'Cleo', email: 'cleo@example.com', phone: null },
        interactions: { total: 1, completed: 0 },
      },
    ]);
  });

  it('comes page by page, each session once, whatever is started meanwhile', async () => {
    const { start, list } = openLists();
    for (let number = 0; number < 60; number += 1) await start('the agent', `C${number}`);
    const first = await list('the agent');
    await start('the agent', 'Newer');
    const second = await list('the agent', { cursor: first.next ?? '' });
    expect([first.sessions.length, second.sessions.length, second.next]).toEqual([50, 10, null]);
    expect([...first.sessions, ...second.sessions].map(({ customer }) => customer.name)).toEqual(
      Array.from({ length: 60 }, (_, index) => `C${59 - index}`),
    );
  });

  it.each([{ cursor: 'nowhere' }, { cursor: '1.' }, { state: 'asleep' }, { team: 'a b' }, { search: 'x'.repeat(121) }])(
    'refuses a question that means nothing: %j',
    async (query) => {
      const { ask } = openLists();
      expect(await readProblem(await ask('administrator', query))).toMatchObject({
        code: 'invalid-input',
        fields: [{ path: Object.keys(query)[0] }],
      });
    },
  );
});
