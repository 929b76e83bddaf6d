/** Looks through what hosts kept that are gone: every claim of every customer, and everything that must hold whatever happened. */
import type { HostData } from '#hosts/node/data-folder.ts';
import { createSweeper } from '#backend/store/sweep-abandoned.ts';
import { findDisorder, listUnnamedBlobs } from '#tests/support/find-disorder.ts';
import type { ScriptedCustomer } from '#tests/support/kill/scripted-customer.ts';

type Checked = { disorder: string[]; unnamed: number };

/** `unnamed`: blobs that are nobody's before anything was swept. */
export async function checkKept(
  open: () => Promise<HostData>,
  customers: readonly ScriptedCustomer[],
  { documents, isLast }: { documents: readonly string[]; isLast: boolean },
): Promise<Checked> {
  const data = await open();
  try {
    const sessions = customers.flatMap(({ customer }) => customer.sessionId ?? []);
    const outbox = Map.groupBy(await data.store.listOutbox(), ({ sessionId }) => sessionId);
    const broken: string[] = [];
    for (const one of customers) {
      const { sessionId } = one.customer;
      const record = sessionId && (await data.store.loadSession(sessionId));
      if (!record) continue;
      const log = await data.store.readLog(record.id, 0, 10_000);
      const stored = { record, log, outbox: outbox.get(record.id) ?? [] };
      broken.push(...one.findBroken(stored));
      one.readMail(stored);
    }
    const disorder = await findDisorder(data, sessions);
    const unnamed = await listUnnamedBlobs(data, sessions, documents);
    if (!isLast) return { disorder: [...broken, ...disorder], unnamed: unnamed.length };

    const sweep = createSweeper(data);
    await sweep();
    await sweep();
    const left = await listUnnamedBlobs(data, sessions, documents);
    const orphans = left.map((key) => `${key} is named by nobody, and was not swept.`);
    return {
      disorder: [...broken, ...disorder, ...orphans, ...(await findDisorder(data, sessions))],
      unnamed: unnamed.length,
    };
  } finally {
    await data.close();
  }
}
