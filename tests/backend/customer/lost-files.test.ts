import { describe, expect, it } from 'vitest';

import { getEntry } from '#contract/endpoints/entry.ts';
import { getEsign, sign } from '#contract/endpoints/esign.ts';
import { createFileTicket, getFile } from '#contract/endpoints/interaction.ts';
import { esignContentSchema } from '#contract/esign.ts';
import { fileTicketSchema } from '#contract/file.ts';
import { createTestBackend, testOrigin } from '#tests/support/create-test-backend.ts';
import { buildEsign, buildPdf } from '#tests/support/sample-interactions.ts';
import { readCode, startTestSession } from '#tests/support/start-session.ts';

async function startAgreement() {
  const world = createTestBackend({ servesLinks: true });
  const document = await world.agent.addDocument(await buildPdf());
  const session = await startTestSession({ interactions: [buildEsign(document)] }, world);
  const params = { interactionId: String(session.interactions[0]) };
  const content = esignContentSchema.parse(await (await session.customer(getEsign, { params })).json());
  const input = {
    revision: content.revision,
    documentSha256: content.document.sha256,
    values: { signature: { kind: 'applied' } },
    signature: { kind: 'typed', text: 'Cleo Customer' },
    initials: null,
    signingReason: null,
    reviewed: true,
  };
  const { blobs } = world.deps;
  const key = `file/${document}`;
  const bytes = (await blobs.get(key)) ?? new Uint8Array();
  return {
    ...session,
    params,
    input,
    fileId: String(document),
    lose: () => blobs.delete(key),
    restore: () => blobs.put(key, bytes),
  };
}

describe('A document whose bytes are gone', () => {
  it('is told from one that never was, in the log too', async () => {
    const { customer, fileId, lose, logLines } = await startAgreement();
    await lose();
    expect(await readCode(customer(getFile, { params: { fileId } }))).toBe('file-lost');
    expect(logLines.at(-1)).toMatchObject({ status: 410, code: 'file-lost' });
    expect(await readCode(customer(getFile, { params: { fileId: 'never-was' } }))).toBe('not-found');
  });

  it('cannot be signed until it is restored, and keeps nobody out', async () => {
    const { customer, params, input, lose, restore } = await startAgreement();
    await lose();
    expect(await readCode(customer(sign, { params, input }))).toBe('file-lost');
    expect((await customer(getEntry)).status).toBe(200);
    await restore();
    expect(await readCode(customer(sign, { params, input }))).toBe('ok');
  });

  it('is said to whoever comes with a ticket for it', async () => {
    const { backend, customer, fileId, lose } = await startAgreement();
    const ticket = fileTicketSchema.parse(await (await customer(createFileTicket, { params: { fileId } })).json());
    await lose();
    expect(await readCode(backend(new Request(testOrigin + String(ticket.path))))).toBe('file-lost');
  });
});
