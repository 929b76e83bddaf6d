/** Which sessions somebody wants to see a list of, newest first; adapters of the store that cannot ask a database ask here. */
import type { AgentId, SessionId, TeamId } from '#contract/ids.ts';
import { toKnownEmail } from '#domain/known-email.ts';
import { listTeams, resolveScope, type RightsHolder } from '#domain/rights.ts';
import { findCustomer } from '#backend/session/find-customer.ts';
import type { SessionRecord, StoredParticipant } from '#backend/session/session-record.ts';

/** Where a page ended: the next one begins with what is older. */
export type SessionPlace = { startedAt: number; id: SessionId };

export type SessionQuery = {
  /** Only what this agent started, or has the settings of one of these teams; null: everything. */
  within: { agent: AgentId; teams: readonly TeamId[] } | null;
  state?: SessionRecord['state'];
  team?: TeamId;
  /** Null: those that systems started. */
  agent?: AgentId | null;
  /** That the customer was started with, as `toContact` writes it. */
  contact?: Contact;
  /** Part of a customer's name, email or phone number, in lower case. */
  search?: string;
  after?: SessionPlace;
  limit: number;
};

/** What this role may see of sessions. */
export function resolveWithin(holder: RightsHolder): SessionQuery['within'] {
  const scope = resolveScope(holder, 'see-sessions');
  if (scope === 'all') return null;
  return { agent: holder.id, teams: scope === 'team' ? listTeams(holder) : [] };
}

/** Where a customer can be reached. Nobody was ever let into what has no link, so that it is not found by it. */
export type Contact = { kind: 'email' | 'phone'; value: string };

/** Phones are in E.164 already. */
export const toContact = (kind: Contact['kind'], value: string): Contact => ({
  kind,
  value: kind === 'email' ? toKnownEmail(value) : value,
});

/** What a session is found by. Note: a zero in a name is no text to a database. */
export const toSessionKeys = ({ id, startedAt, agent, team, state, participants, links }: SessionRecord) => ({
  id,
  startedAt,
  agent: agent?.id ?? null,
  team,
  state,
  customer: participants
    .map(({ name, email, phone }) => [name, email, phone].join(' ').toLowerCase())
    .join('\n')
    .replaceAll('\0', ''),
  ...toContacts(links.length === 0 ? undefined : findCustomer({ participants })),
});

const toContacts = (customer: Pick<StoredParticipant, 'email' | 'phone'> | undefined) => ({
  email: customer?.email ? toContact('email', customer.email).value : null,
  phone: customer?.phone ?? null,
});

export function querySessions(all: readonly SessionRecord[], query: SessionQuery): SessionRecord[] {
  const matching = all.filter((record) => matches(toSessionKeys(record), query));
  return matching.toSorted(byAge).slice(0, query.limit);
}

function matches(
  keys: ReturnType<typeof toSessionKeys>,
  { within, state, team, agent, contact, search, after }: SessionQuery,
) {
  return (
    (within === null || keys.agent === within.agent || within.teams.includes(keys.team)) &&
    (state === undefined || keys.state === state) &&
    (team === undefined || keys.team === team) &&
    (agent === undefined || keys.agent === agent) &&
    (contact === undefined || keys[contact.kind] === contact.value) &&
    (search === undefined || keys.customer.includes(search)) &&
    (after === undefined || byAge(after, keys) < 0)
  );
}

/** Newest first; of those that began at once, by their ids. */
const byAge = (one: SessionPlace, other: SessionPlace): number =>
  other.startedAt - one.startedAt || (one.id < other.id ? 1 : one.id > other.id ? -1 : 0);
