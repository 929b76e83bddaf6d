/** The list of messages in SQL, each with an index that it is walked along; whose they are is a matter of their session. */
import type { Kysely } from 'kysely';

import type { MessageQuery } from '#backend/messages/message-query.ts';
import type { StoredMessage } from '#backend/messages/outbox-message.ts';
import type { Tables } from '#hosts/node/sql/tables.ts';

export async function listMessages(db: Kysely<Tables>, query: MessageQuery): Promise<StoredMessage[]> {
  const { within, state, channel, session, after, limit } = query;
  let found = db.selectFrom('outbox').select(['message', 'delivery']);
  if (within) {
    const { agent, teams } = within;
    const seen = db
      .selectFrom('sessions')
      .select('id')
      .where((is) => is.or([is('agent', '=', agent), ...teams.map((one) => is('team', '=', one))]));
    found = found.where('session_id', 'in', seen);
  }
  if (state !== undefined) found = found.where('state', '=', state);
  if (channel !== undefined) found = found.where('channel', '=', channel);
  if (session !== undefined) found = found.where('session_id', '=', session);
  if (after) {
    found = found.where((is) =>
      is.or([
        is('created_at', '<', after.createdAt),
        is.and([is('created_at', '=', after.createdAt), is('id', '<', after.id)]),
      ]),
    );
  }
  const rows = await found.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return rows.map(({ message, delivery }) => ({ ...message, delivery }));
}
