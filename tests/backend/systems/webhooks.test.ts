import { createHmac } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import {
  addWebhook,
  changeWebhook,
  listWebhooks,
  pingWebhook,
  redeliverWebhook,
  removeWebhook,
} from '#contract/endpoints/api-access.ts';
import { createCustomerClient } from '#backend/scenarios/customer-client.ts';
import { answer, pay, signAs, submitPapers, uploadTo } from '#backend/scenarios/customer-steps.ts';
import { part } from '#backend/scenarios/sample-interactions.ts';
import { deliverWebhooks } from '#backend/systems/deliver-webhooks.ts';
import { followWebhooks } from '#tests/backend/systems/follow-webhooks.ts';
import {
  buildDocumentRequest,
  buildEsign,
  buildPayment,
  buildPdf,
  buildWorkflow,
} from '#tests/support/sample-interactions.ts';
import { buildSessionInput, readCode, readProblem } from '#tests/support/start-session.ts';

const hour = 60 * 60_000;

describe('A system of the business', () => {
  it('is told what happens in a session, in its order, by ids and states alone', async () => {
    const test = await followWebhooks();
    const document = await test.agent.addDocument(await buildPdf());
    const { url, sessionId, interactions } = await test.agent.startSession(
      buildSessionInput({
        interactions: [buildEsign(document), buildDocumentRequest(), buildWorkflow(), buildPayment()],
      }),
    );
    const [esign, papers, questions, fee] = interactions;
    if (!esign || !papers || !questions || !fee) throw new Error('Failed to start: something is missing.');
    const customer = createCustomerClient(test.backend, url);
    await signAs(customer, esign, 'Cleo Customer');
    await uploadTo(customer, { interactionId: papers, itemId: part('payslip'), filename: 'p.pdf' }, await buildPdf());
    await submitPapers(customer, papers);
    await test.agent.returnForCorrection(sessionId, papers, 'Blurred: send it again, Cleo.');
    await submitPapers(customer, papers);
    await test.agent.accept(sessionId, papers);
    await answer(customer, questions, { employer: 'Northwind' });
    await pay(customer, fee);
    await test.agent.withdraw(sessionId, await test.agent.addInteraction(sessionId, buildWorkflow()), 'Not needed.');
    await test.agent.endSession(sessionId);

    const events = await test.deliver();
    const told = events.map(({ kind, interaction, session }) => [
      kind,
      interaction?.kind,
      interaction?.status,
      session?.state,
    ]);
    expect(told).toEqual([
      ['session-started', undefined, undefined, 'open'],
      ['interaction-added', 'esign', 'new', 'open'],
      ['interaction-added', 'document-request', 'new', 'open'],
      ['interaction-added', 'workflow', 'new', 'open'],
      ['interaction-added', 'payment', 'new', 'open'],
      ['interaction-completed', 'esign', 'completed', 'open'],
      ['interaction-completed', 'document-request', 'under-review', 'open'],
      ['interaction-returned', 'document-request', 'returned', 'open'],
      ['interaction-completed', 'document-request', 'under-review', 'open'],
      ['interaction-accepted', 'document-request', 'completed', 'open'],
      ['interaction-completed', 'workflow', 'completed', 'open'],
      ['interaction-completed', 'payment', 'completed', 'open'],
      ['interaction-added', 'workflow', 'new', 'open'],
      ['interaction-withdrawn', 'workflow', 'cancelled', 'open'],
      ['session-ended', undefined, undefined, 'ended'],
    ]);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    expect(JSON.stringify(test.taken)).not.toMatch(/Cleo|Blurred|Northwind|Loan|payslip|p\.pdf|Ada|example\.com|\/s\//);
  });

  it('is told only what it asked for', async () => {
    const test = await followWebhooks(['session-ended']);
    const { sessionId } = await test.agent.startSession(buildSessionInput());
    await test.agent.endSession(sessionId);
    await test.agent.endSession(sessionId);
    expect((await test.deliver()).map(({ kind }) => kind)).toEqual(['session-ended']);
  });

  it('hears of one event under one id, however many of them are told', async () => {
    const test = await followWebhooks(['session-started']);
    await test.add(['session-started'], 'https://crm.example/');
    await test.agent.startSession(buildSessionInput());
    const events = await test.deliver();
    expect(test.taken.map(({ url }) => url)).toEqual(['https://ledger.example/hooks', 'https://crm.example/']);
    expect(new Set(events.map(({ id }) => id)).size).toBe(1);
  });

  it('knows by the signature that it is us, and when it was sent', async () => {
    const test = await followWebhooks();
    await test.agent.startSession(buildSessionInput());
    test.pass(2 * hour);
    const [event] = await test.deliver();
    const [sent] = test.taken;
    expect(sent?.headers).toMatchObject({
      'webhook-id': event?.id,
      'webhook-timestamp': String(Date.UTC(2026, 10, 22, 11) / 1_000),
    });
    const key = Buffer.from(test.secret.replace('whsec_', ''), 'base64');
    expect(key).toHaveLength(32);
    const signed = `${event?.id}.${sent?.headers['webhook-timestamp']}.${sent?.body}`;
    expect(sent?.headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`);
  });
});

describe('A delivery', () => {
  it('that fails is tried again, later and later, under the same event id, and given up after thirteen tries', async () => {
    const test = await followWebhooks(['session-started']);
    test.answerWith({ kind: 'failed', answer: 'HTTP 500' });
    await test.agent.startSession(buildSessionInput());
    const events = await test.deliver();
    expect(await test.readLog()).toMatchObject([{ state: 'waiting', tries: 1, answer: 'HTTP 500', settledAt: null }]);
    expect(await test.deliver()).toEqual([]);
    for (let round = 0; round < 20; round += 1) {
      test.pass(8 * hour);
      events.push(...(await test.deliver()));
    }
    expect(events).toHaveLength(13);
    expect(new Set(events.map(({ id }) => id)).size).toBe(1);
    expect(await test.readLog()).toMatchObject([{ state: 'dead', tries: 13, answer: 'HTTP 500', nextTryAt: null }]);
  });

  it('that is refused for good is not tried again, until an administrator wants it', async () => {
    const test = await followWebhooks(['session-started']);
    test.answerWith({ kind: 'refused', answer: 'HTTP 410' });
    await test.agent.startSession(buildSessionInput());
    const [first] = await test.deliver();
    test.pass(100 * hour);
    expect(await test.deliver()).toEqual([]);
    const [logged] = await test.readLog();
    expect(logged).toMatchObject({ state: 'dead', tries: 1, event: first });

    test.answerWith({ kind: 'sent', answer: 'HTTP 200' });
    const params = { ...test.params, deliveryId: logged?.id ?? '' };
    expect(await readCode(test.asAdministrator(redeliverWebhook, { params }))).toBe('ok');
    expect(await test.deliver()).toEqual([first]);
    expect(await test.readLog()).toMatchObject([{ state: 'sent', tries: 1, answer: 'HTTP 200' }]);
  });

  it('is kept and shown where nothing is sent', async () => {
    const test = await followWebhooks(['session-started']);
    await test.agent.startSession(buildSessionInput());
    const signal = new AbortController().signal;
    await deliverWebhooks({ ...test.deps, transport: null, random: () => 0, signal, onSettled: () => undefined });
    expect(await test.readLog()).toMatchObject([{ state: 'kept', event: { kind: 'session-started' }, answer: null }]);
  });

  it('whose transport breaks is as good as one that failed', async () => {
    const test = await followWebhooks(['session-started']);
    await test.agent.startSession(buildSessionInput());
    const transport = () => Promise.reject(new Error('out of order'));
    const signal = new AbortController().signal;
    await deliverWebhooks({ ...test.deps, transport, random: () => 0, signal, onSettled: () => undefined });
    expect(await test.readLog()).toMatchObject([{ state: 'waiting', tries: 1, answer: 'out of order' }]);
  });
});

describe('An administrator', () => {
  it('adds a webhook, is told its secret once, changes it, and removes it with what waits for it', async () => {
    const test = await followWebhooks(['session-started']);
    const list = async () =>
      listWebhooks.output.parse(await (await test.asAdministrator(listWebhooks)).json()).webhooks;
    expect(JSON.stringify(await list())).not.toContain(test.secret);
    await test.agent.startSession(buildSessionInput());
    const input = { url: 'https://new.example/', events: ['session-ended'] };
    await test.asAdministrator(changeWebhook, { params: test.params, input });
    expect(await list()).toMatchObject([{ id: test.webhook.id, ...input }]);
    await test.deliver();
    expect(test.taken.map(({ url }) => url)).toEqual(['https://new.example/']);

    const { sessionId } = await test.agent.startSession(buildSessionInput());
    await test.agent.endSession(sessionId);
    expect(await readCode(test.asAdministrator(removeWebhook, { params: test.params }))).toBe('ok');
    expect(await test.deliver()).toEqual([]);
    expect(await list()).toEqual([]);
  });

  it('tries it out', async () => {
    const test = await followWebhooks(['session-ended']);
    expect(await readCode(test.asAdministrator(pingWebhook, { params: test.params }))).toBe('ok');
    expect(await test.deliver()).toMatchObject([{ kind: 'ping', session: null, interaction: null }]);
    expect(await test.readLog()).toMatchObject([{ state: 'sent', event: { kind: 'ping' } }]);
  });

  it.each([
    ['ledger', 'unreadable'],
    ['ftp://ledger.example/', 'unreadable'],
    ['https://user:password@ledger.example/', 'unreadable'],
    ['https://ledger.example/#part', 'unreadable'],
    ['http://ledger.example/', 'not-https'],
    ['http://localhost:4000/', 'loopback'],
    ['https://127.0.0.1/', 'loopback'],
  ])('is told what is wrong with %s', async (url, message) => {
    const test = await followWebhooks();
    const refused = await test.asAdministrator(addWebhook, { input: { url, events: ['session-ended'] } });
    expect(await readProblem(refused)).toMatchObject({ code: 'invalid-input', fields: [{ path: 'url', message }] });
  });
});

it('A webhook that is asked for twice is one, with one secret; the same key for another address is refused', async () => {
  const test = await followWebhooks();
  const ask = (url: string) =>
    test.asAdministrator(addWebhook, { input: { url, events: ['session-ended'] }, key: 'the-same-key' });
  const first = addWebhook.output.parse(await (await ask('https://crm.example/')).json());
  expect(await (await ask('https://crm.example/')).json()).toEqual(first);
  expect(await readCode(ask('https://elsewhere.example/'))).toBe('key-reused');
  const { webhooks } = listWebhooks.output.parse(await (await test.asAdministrator(listWebhooks)).json());
  expect(webhooks.filter(({ url }) => url === 'https://crm.example/')).toHaveLength(1);
});
