import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { createTextTransport } from '#hosts/node/messages/text-transport.ts';
import { buildMessage } from '#tests/backend/store/build-record.ts';
import { startTextProvider, type TextProvider } from '#tests/support/start-text-provider.ts';

let provider: TextProvider;

beforeAll(async () => {
  provider = await startTextProvider();
});
beforeEach(() => {
  provider.answerWith({ status: 202 });
  provider.taken.length = 0;
});
afterAll(() => provider.stop());

const message = {
  ...buildMessage('message-1'),
  channel: 'sms' as const,
  to: '+48600700842',
  words: { subject: '', text: 'لديك طلب من Nord Bank:', action: '', closing: '' },
  url: 'https://room.example/s/token',
};
const send = (signal: AbortSignal = AbortSignal.timeout(20_000)) =>
  createTextTransport({ url: provider.url, token: 'secret-of-the-tests', from: 'NordBank' })(message, signal);

describe('A text message', () => {
  it('is one request: who, to whom, what, and a key that stays the same', async () => {
    expect(await send()).toEqual({ kind: 'sent' });
    await send();
    expect(provider.taken).toHaveLength(2);
    for (const { method, headers, body } of provider.taken) {
      expect(method).toBe('POST');
      expect(headers).toMatchObject({
        authorization: 'Bearer secret-of-the-tests',
        'content-type': 'application/json',
        'idempotency-key': 'message-1',
      });
      expect(body).toEqual({
        id: 'message-1',
        from: 'NordBank',
        to: '+48600700842',
        text: 'لديك طلب من Nord Bank:\nhttps://room.example/s/token',
      });
    }
  });

  it.each([400, 410, 413, 422])('that is refused with %i is refused for good', async (status) => {
    provider.answerWith({ status });
    expect(await send()).toEqual({ kind: 'refused', reason: `HTTP ${status}` });
  });

  it.each([401, 403, 404, 408, 409, 425, 429, 500, 502, 503])('is tried again after %i', async (status) => {
    provider.answerWith({ status });
    expect(await send()).toEqual({ kind: 'failed', reason: `HTTP ${status}` });
  });

  it('is sent on to nobody else', async () => {
    const other = await startTextProvider();
    provider.answerWith({ status: 307, headers: { location: other.url } });
    expect(await send()).toMatchObject({ kind: 'failed' });
    expect(other.taken).toEqual([]);
    await other.stop();
  });

  it('fails when the line is cut, or nothing is said until the signal comes', async () => {
    provider.answerWith('cut');
    await expect(send()).rejects.toThrow();
    provider.answerWith('nothing');
    const stop = new AbortController();
    const sending = send(stop.signal);
    await expect.poll(() => provider.taken.length).toBe(2);
    stop.abort();
    await expect(sending).rejects.toThrow();
  });
});
