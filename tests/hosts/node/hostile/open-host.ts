/** A host with a customer in the middle of everything, and what has to be true of it whatever was sent to it. */
import { join } from 'node:path';

import Database from 'better-sqlite3';
import { expect } from 'vitest';

import type { StartSessionInput } from '#contract/agent.ts';
import { getEntry } from '#contract/endpoints/entry.ts';
import { createFileTicket } from '#contract/endpoints/interaction.ts';
import { createCustomerClient, readToken } from '#backend/scenarios/customer-client.ts';
import { uploadTo } from '#backend/scenarios/customer-steps.ts';
import { partIdSchema } from '#contract/ids.ts';
import { operatorTeam, operatorToken, startNodeHost } from '#tests/support/start-node-host.ts';
import {
  buildDocumentRequest,
  buildEsign,
  buildPayment,
  buildPdf,
  buildWorkflow,
} from '#tests/support/sample-interactions.ts';

export const payslip = partIdSchema.parse('payslip');

export async function openHost() {
  const host = await startNodeHost({
    settings: { host: '127.0.0.1', limits: { trustedProxies: 0, areOn: false } },
  });
  const document = await host.agent.addDocument(await buildPdf());

  const start = async (input: Partial<StartSessionInput> = {}) => {
    const interactions = [buildEsign(document), buildDocumentRequest(), buildWorkflow(), buildPayment()];
    const started = await host.agent.startSession({
      team: operatorTeam,
      customer: { name: 'Cleo Customer', email: 'cleo@example.com', phone: null },
      channel: 'email',
      settings: { reassign: true },
      interactions,
      ...input,
    });
    const [esign, papers, questions, fee] = started.interactions;
    if (!esign || !papers || !questions || !fee) throw new Error('Failed to start: something is missing.');
    const customer = createCustomerClient((request) => fetch(request), started.url);
    await uploadTo(customer, { interactionId: papers, itemId: payslip, filename: 'payslip.pdf' }, await buildPdf());
    return { ...started, customer, token: readToken(started.url), esign, papers, questions, fee };
  };
  const session = await start();

  const takeTicket = async () => (await session.customer.ask(createFileTicket, { fileId: document })).path ?? '';
  const secrets = [session.token, operatorToken];
  let before = dump(host.folder);
  const accept = () => {
    before = dump(host.folder);
  };

  return {
    ...host,
    document,
    session,
    start,
    /** Also to be kept out of the log from now on. */
    takeTicket: async () => {
      const path = await takeTicket();
      secrets.push(path.split('.').at(-1) ?? '');
      accept();
      return path;
    },
    dump: () => dump(host.folder),
    /** What changed so far was meant to. */
    accept,
    /** It answers, holds on to nobody, stored nothing, told nothing. */
    expectUnharmed: async () => {
      expect((await fetch(`${host.origin}/readyz`, { headers: { connection: 'close' } })).status).toBe(200);
      expect((await session.customer.ask(getEntry)).kind).toBe('open');
      expect(dump(host.folder)).toBe(before);
      const log = host.lines.join('');
      for (const secret of secrets) if (log.includes(secret)) throw new Error('The log tells a secret.');
      expect(log).not.toContain('"status":500');
      // Note: this side of each, and what `fetch` keeps for its next request.
      await expect.poll(countConnections).toBeLessThanOrEqual(10);
    },
  };
}
export type OpenHost = Awaited<ReturnType<typeof openHost>>;

const countConnections = () =>
  process.getActiveResourcesInfo().filter((resource) => resource === 'TCPSocketWrap').length;

/** Everything in the database, as text. */
function dump(folder: string): string {
  const database = new Database(join(folder, 'data', 'room.db'), { readonly: true });
  const tables = database.prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'").all();
  const rows = tables.map(({ name }) => [name, database.prepare(`SELECT * FROM "${name}"`).all()]);
  database.close();
  return JSON.stringify(rows);
}
