/** What is due, taken from the shared database by one tab at a time: a claim is one transaction over what it takes. */
import type { SessionId } from '#contract/ids.ts';
import { beginTry, type Claim, dueMessages, dueSessions, settleMessageTry } from '#backend/messages/delivery.ts';
import type { Store } from '#backend/store/store.ts';
import type { Database } from '#hosts/browser/open-database.ts';

type Due = ReturnType<typeof dueMessages>;

/** Up to now, and what was planned by a wrong clock. */
const dueRanges = ({ now, mistaken }: Due) => [IDBKeyRange.upperBound(now), IDBKeyRange.lowerBound(mistaken, true)];

/** `tell`: how far a message of the session got has changed. */
export const createIndexedDbClaims = (
  database: Database,
  tell: (session: SessionId) => void,
): Pick<Store, 'claimMessages' | 'settleMessage' | 'changeMessage' | 'claimSessions'> => ({
  async claimMessages(claim) {
    const transaction = database.transaction('outbox', 'readwrite');
    const outbox = transaction.objectStore('outbox');
    const keys = await readDueKeys(outbox.index('due'), dueMessages(claim.now), claim);
    const begun = await Promise.all(
      keys.map(async (key) => {
        const message = await outbox.get(key);
        if (!message) return [];
        const next = beginTry(message, claim);
        await outbox.put(next, key);
        return [next];
      }),
    );
    await transaction.done;
    return begun.flat();
  },
  async settleMessage(id, tries, outcome) {
    const transaction = database.transaction('outbox', 'readwrite');
    const outbox = transaction.objectStore('outbox');
    const key = await outbox.index('id').getKey(id);
    const message = key === undefined ? undefined : await outbox.get(key);
    const settled = message && settleMessageTry(message, tries, outcome);
    if (settled) await outbox.put(settled, key);
    await transaction.done;
    if (settled) tell(settled.sessionId);
  },
  async changeMessage(id, decide) {
    const transaction = database.transaction('outbox', 'readwrite');
    const outbox = transaction.objectStore('outbox');
    const key = await outbox.index('id').getKey(id);
    const message = key === undefined ? undefined : await outbox.get(key);
    const next = message && decide(message);
    if (next) await outbox.put(next, key);
    await transaction.done;
    return next ?? message;
  },
  async claimSessions(claim) {
    const transaction = database.transaction('wakes', 'readwrite');
    const wakes = transaction.objectStore('wakes');
    const ids = await readDueKeys(wakes.index('due'), dueSessions(claim.now), claim);
    await Promise.all(ids.map((id) => wakes.put({ at: claim.now + claim.lease }, id)));
    await transaction.done;
    return ids;
  },
});

type Index<Key> = { getAllKeys: (range: IDBKeyRange, count: number) => Promise<Key[]> };

/** The longest due first. */
export async function readDueKeys<Key>(index: Index<Key>, due: Due, { limit }: Claim): Promise<Key[]> {
  const keys = await Promise.all(dueRanges(due).map((range) => index.getAllKeys(range, limit)));
  return keys.flat().slice(0, limit);
}
