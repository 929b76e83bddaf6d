/** Which messages somebody wants to see a list of, newest first; adapters of the store that cannot ask a database ask here. */
import type { SessionId } from '#contract/ids.ts';
import type { EngagementChannel } from '#contract/session.ts';
import type { Delivery, StoredMessage } from '#backend/messages/outbox-message.ts';
import { type SessionQuery, toSessionKeys } from '#backend/session/session-query.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';

/** Where a page ended: the next one begins with what is older. */
export type MessagePlace = { createdAt: number; id: string };

export type MessageQuery = {
  /** Of which sessions; null: of all. */
  within: SessionQuery['within'];
  state?: Delivery['state'];
  channel?: EngagementChannel;
  session?: SessionId;
  after?: MessagePlace;
  limit: number;
};

/** `sessions`: at least all that have a message. */
export function queryMessages(
  all: readonly StoredMessage[],
  sessions: readonly SessionRecord[],
  { within, state, channel, session, after, limit }: MessageQuery,
): StoredMessage[] {
  const seen = within && new Set(sessions.filter((record) => isWithin(record, within)).map(({ id }) => id));
  const matching = all.filter(
    (message) =>
      (seen === null || seen.has(message.sessionId)) &&
      (state === undefined || message.delivery.state === state) &&
      (channel === undefined || message.channel === channel) &&
      (session === undefined || message.sessionId === session) &&
      (after === undefined || byAge(after, message) < 0),
  );
  return matching.toSorted(byAge).slice(0, limit);
}

function isWithin(record: SessionRecord, within: NonNullable<SessionQuery['within']>): boolean {
  const { agent, team } = toSessionKeys(record);
  return agent === within.agent || within.teams.includes(team);
}

/** Newest first; of those written at once, by their ids. */
const byAge = (one: MessagePlace, other: MessagePlace): number =>
  other.createdAt - one.createdAt || (one.id < other.id ? 1 : one.id > other.id ? -1 : 0);
