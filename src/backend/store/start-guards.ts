/**
 * What has to hold of an agent's other sessions for one to be opened, as every adapter of the store holds it: inside the commit, so of two
 * who start at once one is refused, and with the same words (decisions 029 and 034).
 */
import { AppError } from '#backend/app-error.ts';
import type { SessionQuery } from '#backend/session/session-query.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';
import type { SessionCommit } from '#backend/store/store.ts';

type StartGuard = {
  /** Which sessions have to be looked at. */
  query: SessionQuery;
  /** @throws when one of them is in the way; the session that is committed is not. */
  assert: (found: readonly SessionRecord[]) => void;
};

/** Another session of this customer was committed first. Nothing of this commit was written; that one may be continued. */
export class EarlierSessionError extends Error {
  constructor() {
    super('Failed to start a first session: the customer has one.');
    this.name = 'EarlierSessionError';
  }
}

/** Note: the earlier session comes first. Who is continued there may be the very one whose session is open. */
export function listStartGuards({ record, firstOf, onlyOpen }: SessionCommit): StartGuard[] {
  const { id, team, agent, state } = record;
  const isOther = (found: SessionRecord) => found.id !== id;
  const guards: StartGuard[] = [];
  if (firstOf) {
    guards.push({
      query: { within: null, agent: agent?.id ?? null, team, contact: firstOf, limit: 2 },
      assert: (found) => {
        if (found.some(isOther)) throw new EarlierSessionError();
      },
    });
  }
  if (onlyOpen && agent && state === 'open') {
    guards.push({
      query: { within: null, agent: agent.id, state: 'open', limit: 2 },
      assert: (found) => {
        const other = found.find(isOther);
        if (other) throw new AppError('active-session-exists', { session: other.id });
      },
    });
  }
  return guards;
}
