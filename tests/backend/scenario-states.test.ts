import { describe, expect, test } from 'vitest';

import { getEntry, getSession } from '#contract/endpoints/entry.ts';
import { listMessages } from '#contract/endpoints/message.ts';
import type { OpenEntry } from '#contract/entry.ts';
import { buildScenario, findLaterStep } from '#backend/scenarios/build-scenario.ts';
import { createCustomerClient } from '#backend/scenarios/customer-client.ts';
import { scenarioList, type ScenarioName } from '#backend/scenarios/scenario-list.ts';
import { openScenarioWorld } from '#tests/support/open-scenario-world.ts';

const describeCards = ({ session }: OpenEntry): string =>
  session.interactions.map(({ kind, status }) => `${kind} ${status}`).join(', ');

/** Opens a scenario; what its customer finds there, as words that can be compared. */
async function openScenario(name: ScenarioName) {
  const { deps, backend } = openScenarioWorld();
  const { url } = await buildScenario(deps, name);
  const customer = createCustomerClient(backend, url);
  const look = async () => {
    const entry = await customer.ask(getEntry).catch((error: unknown) => String(error));
    if (typeof entry === 'string') return { kind: 'refused' };
    if (entry.kind !== 'open') return { kind: entry.kind };
    const { session, policy, agentActivity } = entry;
    const { messages } = await customer.ask(listMessages);
    return {
      kind: entry.kind,
      cards: describeCards(entry),
      revisions: session.interactions.map(({ revision }) => revision).join(' '),
      state: `${session.state}, ${session.access} access`,
      agent: agentActivity,
      messages: messages.length,
      autoOpen: policy.autoOpen.value,
      disclaimer: policy.cookieDisclaimer.revision,
    };
  };
  return { look, later: findLaterStep(deps, name), url };
}

/** Where the first screen alone does not tell whether the scenario is what its line says. */
const cards: Readonly<Partial<Record<ScenarioName, string>>> = {
  'mixed-order': 'workflow new, payment new, document-request new, esign new',
  'payment-first': 'payment new, esign new, document-request new',
  'payment-between': 'esign new, payment new, esign new',
  'first-completed': 'esign completed, document-request new',
  'first-declined': 'esign declined, document-request new',
  'first-under-review': 'document-request under-review, workflow new',
  'first-waiting': 'esign waiting-for-others, document-request new',
  'first-expired': 'workflow expired, document-request new',
  withdrawn: 'esign cancelled, workflow new',
  'nothing-now': 'esign declined, document-request under-review, esign waiting-for-others, workflow expired',
  'half-done': 'workflow completed, document-request in-progress, esign new, payment new',
  'all-done': 'workflow completed, document-request completed, esign completed, payment completed',
  'returned-documents': 'document-request returned',
  'workflow-returned': 'workflow returned',
  'papers-under-review': 'document-request under-review',
  'papers-accepted': 'document-request completed',
  'esign-half-filled': 'esign in-progress',
  'workflow-half-way': 'workflow in-progress',
  'link-renewed': 'workflow completed, document-request new',
  'session-ended-limited': 'esign completed, document-request new, workflow new, payment new',
  'ended-full': 'workflow completed, document-request new, payment new',
  'payment-paid': 'payment completed',
};

describe('What the customer finds in', () => {
  for (const { name } of scenarioList) {
    const expected = cards[name];
    if (expected === undefined) continue;
    test(`“${name}”: ${expected}`, async () => {
      const { look } = await openScenario(name);
      expect(await look()).toMatchObject({ cards: expected });
    });
  }
});

/** What is different afterwards, and nothing else is. */
const changes: Readonly<Partial<Record<ScenarioName, Record<string, unknown>>>> = {
  'later-added': { cards: 'workflow new, document-request new', revisions: '1 1' },
  'later-added-in-room': { cards: 'workflow new, esign new', revisions: '1 1' },
  'later-withdrawn': { cards: 'esign cancelled, workflow new', revisions: '2 1' },
  'later-changed': { revisions: '2 1' },
  'later-done-elsewhere': { cards: 'workflow completed, document-request new', revisions: '2 1' },
  'later-returned': { cards: 'document-request returned, workflow new', revisions: '3 1' },
  'later-returned-in-room': { cards: 'document-request returned, workflow new', revisions: '3 1' },
  'later-message': { messages: 1 },
  'later-agent-back': { agent: 'active' },
  'later-agent-leaves': { agent: 'inactive' },
  'later-setting-changed': { autoOpen: true },
  'later-disclaimer-revised': { disclaimer: 2 },
  'later-ended': { state: 'ended, limited access' },
  'later-ended-nothing-left': { kind: 'cannot-enter' },
  'later-link-revoked': { kind: 'refused' },
  'feed-drops': { messages: 1 },
};

const listChanges = (before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(after).filter(([key, value]) => before[key] !== value));

const changing = scenarioList.map(({ name }) => name).filter((name) => changes[name] !== undefined);

describe('Later, in', () => {
  test.each(changing)('“%s”, what its line says changes, and nothing else', async (name) => {
    const { look, later, url } = await openScenario(name);
    const before = await look();
    await later?.play(url);
    expect(listChanges(before, await look())).toEqual(changes[name]);
  });

  test('all others, nothing happens', () => {
    const { deps } = openScenarioWorld();
    const playing = scenarioList.map(({ name }) => name).filter((name) => findLaterStep(deps, name) !== null);
    expect(playing).toEqual(changing);
  });

  test('“later-link-expired”, the link runs out after a minute, and whoever is inside stays inside', async () => {
    const { deps, backend, pass } = openScenarioWorld();
    const { url } = await buildScenario(deps, 'later-link-expired');
    const customer = createCustomerClient(backend, url);
    await expect(customer.ask(getEntry)).resolves.toMatchObject({ kind: 'open' });
    pass(61_000);
    await expect(customer.ask(getEntry)).resolves.toMatchObject({ kind: 'cannot-enter', code: 'link-expired' });
    await expect(customer.ask(getSession)).resolves.toMatchObject({ state: 'open' });
  });
});
