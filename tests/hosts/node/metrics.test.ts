import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createUpload, appendToUpload } from '#contract/endpoints/document-request.ts';
import { addWebhook, pingWebhook, removeWebhook } from '#contract/endpoints/api-access.ts';
import { getEntry } from '#contract/endpoints/entry.ts';
import { createCustomerClient } from '#backend/scenarios/customer-client.ts';
import { askRaw } from '#tests/support/ask-raw.ts';
import { findValue, metricsToken, readGauge, readMetrics } from '#tests/support/read-metrics.ts';
import { buildDocumentRequest } from '#tests/support/sample-interactions.ts';
import { createCaller } from '#tests/support/start-session.ts';
import { startTextProvider } from '#tests/support/start-text-provider.ts';
import { type NodeHost, operatorTeam, operatorToken, startNodeHost } from '#tests/support/start-node-host.ts';

let host: NodeHost;
beforeAll(async () => {
  host = await startNodeHost({ settings: { metrics: { token: metricsToken } } });
});
afterAll(() => host.stop());

const startSession = async () => {
  const started = await host.agent.startSession({
    team: operatorTeam,
    customer: { name: 'Maya Thompson', email: 'maya.thompson@example.com', phone: null },
    channel: 'email',
    settings: {},
    interactions: [buildDocumentRequest()],
  });
  return { ...started, customer: createCustomerClient((request) => fetch(request), started.url) };
};

describe('Metrics', () => {
  it.each([{}, { authorization: 'Bearer wrong' }, { authorization: metricsToken }])(
    'are told to nobody who comes with %o',
    async (headers) => {
      const response = await fetch(`${host.origin}/metrics`, { headers });
      expect([response.status, await response.text()]).toEqual([401, 'no\n']);
    },
  );

  it('do not exist where no token is set', async () => {
    const closed = await startNodeHost();
    const headers = { authorization: `Bearer ${metricsToken}` };
    expect((await fetch(`${closed.origin}/metrics`, { headers })).status).toBe(404);
    await closed.stop();
  });

  it('are written as a scraper reads them', async () => {
    const lines = (await readMetrics(host.origin)).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    const series = /^[a-z0-9_]+(\{([a-z_]+="[^"\\]*",?)+\})? ([0-9.e+-]+|\+Inf|NaN)$/;
    expect(lines.filter((line) => !series.test(line))).toEqual([]);
    expect(lines.length).toBeGreaterThan(50);
  });

  it('count requests by pattern, method and status, and how long they took', async () => {
    const { customer } = await startSession();
    const before = await readMetrics(host.origin);
    await customer.ask(getEntry);
    await customer.ask(getEntry);
    await askRaw(host.origin, new URL(customer.url).pathname);
    await fetch(`${host.origin}/api/entry`);
    const after = await readMetrics(host.origin);

    const grown = (series: string) => findValue(after, series) - findValue(before, series);
    const requests = (route: string, status: number) =>
      grown(`room_http_requests_total{method="GET",route="${route}",status="${status}"}`);
    expect([requests('/api/entry', 200), requests('/api/entry', 404), requests('(page)', 200)]).toEqual([2, 1, 1]);
    const timed = 'method="GET",route="/api/entry"';
    expect(grown(`room_http_request_duration_seconds_bucket{le="+Inf",${timed}}`)).toBe(3);
    expect(grown(`room_http_request_duration_seconds_sum{${timed}}`)).toBeGreaterThan(0);
  });

  it('count the uploads that are on their way', async () => {
    const { customer, interactions } = await startSession();
    const target = { interactionId: interactions[0] ?? '', itemId: 'payslip', filename: 'payslip.pdf' };
    const metadata = Object.entries(target).map(([key, value]) => `${key} ${btoa(value)}`);
    const tus = { 'tus-resumable': '1.0.0' };
    const pdf = new TextEncoder().encode('%PDF-1.7\n%%EOF');
    const begun = await customer.request(createUpload, {
      headers: { ...tus, 'upload-length': String(pdf.length), 'upload-metadata': metadata.join(',') },
    });
    const send = (from: number, to: number) =>
      customer.request(appendToUpload, {
        params: { uploadId: begun.headers.get('location')?.split('/').at(-1) ?? '' },
        headers: { ...tus, 'upload-offset': String(from), 'content-type': 'application/offset+octet-stream' },
        body: pdf.slice(from, to),
      });
    await send(0, 5);
    expect(await readGauge(host.origin, 'room_unfinished_uploads')).toBe(1);
    await send(5, pdf.length);
    expect(await readGauge(host.origin, 'room_unfinished_uploads')).toBe(0);
  });

  it('count the messages that wait, and those that got on', async () => {
    const before = await readMetrics(host.origin);
    await startSession();
    const after = await readMetrics(host.origin);
    const countAll = (text: string) =>
      ['waiting', 'sent', 'kept', 'dead', 'cancelled'].reduce(
        (sum, state) => sum + findValue(text, `room_outbox_messages{state="${state}"}`),
        0,
      );
    expect(countAll(after)).toBe(countAll(before) + 1);
    expect(after).toContain('room_outbox_messages{state="dead"} 0');
  });

  it('count what systems of the business were told, and what they would not hear', async () => {
    const receiver = await startTextProvider();
    const asOperator = createCaller((request) => fetch(request), operatorToken, host.origin);
    const ask = async (status: number) => {
      receiver.answerWith({ status });
      await asOperator(pingWebhook, { params: { webhookId: webhook.id } });
    };
    const input = { url: receiver.url, events: ['session-ended'] };
    const { webhook } = addWebhook.output.parse(await (await asOperator(addWebhook, { input })).json());
    const count = (state: string) => readGauge(host.origin, `room_webhook_deliveries{state="${state}"}`);
    expect([await count('sent'), await count('dead')]).toEqual([0, 0]);
    await ask(204);
    await expect.poll(() => count('sent')).toBe(1);
    await ask(410);
    await expect.poll(() => count('dead')).toBe(1);
    expect(await readGauge(host.origin, 'room_webhook_tries_total{state="dead"}')).toBe(1);
    await asOperator(removeWebhook, { params: { webhookId: webhook.id } });
    expect([await count('sent'), await count('dead')]).toEqual([0, 0]);
    await receiver.stop();
  });

  it('tell how the process is', async () => {
    const text = await readMetrics(host.origin);
    for (const name of ['process_resident_memory_bytes', 'nodejs_eventloop_lag_seconds', 'process_cpu_seconds_total']) {
      expect(text).toMatch(new RegExp(`^${name} `, 'm'));
    }
    expect(findValue(text, 'process_resident_memory_bytes')).toBeGreaterThan(10_000_000);
  });

  it('name no customer, no link, no id and no address', async () => {
    const { customer, sessionId, interactions } = await startSession();
    await customer.ask(getEntry);
    await fetch(`${host.origin}/api/files/${sessionId}?name=Maya`, {
      headers: { authorization: `Bearer ${customer.url.split('/').at(-1)}` },
    });
    await fetch(`${host.origin}/api/nothing/Maya`);
    await fetch(`${host.origin}/Thompson`, { method: 'POST', body: 'maya.thompson@example.com' });
    const text = await readMetrics(host.origin);
    expect(text).toContain('route="/api/files/:fileId"');
    for (const secret of [sessionId, interactions[0] ?? '', customer.url.split('/').at(-1) ?? '', metricsToken]) {
      expect(text).not.toContain(secret);
    }
    expect(text).not.toMatch(/Maya|Thompson|example\.com|127\.0\.0\.1|::1|nothing/i);
  });
});
