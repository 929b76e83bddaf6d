/**
 * What whoever watches is told: after a commit ids only, the rest is read by those who want it; of what is kept nowhere, all there is to
 * say. How the word gets around is each database's own affair: within the one process there is, or between all of them.
 */
import type { Kysely, Transaction } from 'kysely';
import * as z from 'zod/mini';

import {
  type AgentId,
  agentIdSchema,
  type ParticipantId,
  participantIdSchema,
  type SessionId,
  sessionIdSchema,
} from '#contract/ids.ts';
import type { Store, Typing } from '#backend/store/store.ts';
import { createWatchers } from '#backend/store/watchers.ts';
import type { Tables } from '#hosts/node/sql/tables.ts';

export const newsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('session'), id: sessionIdSchema }),
  z.object({ kind: z.literal('presence'), id: agentIdSchema }),
  z.object({ kind: z.literal('attendance'), id: participantIdSchema }),
  z.object({
    kind: z.literal('typing'),
    id: sessionIdSchema,
    from: z.enum(['customer', 'agent']),
    name: z.string(),
  }),
]);
export type News = z.infer<typeof newsSchema>;

export function createNewsWatchers() {
  const sessions = createWatchers<SessionId>();
  const presences = createWatchers<'all', AgentId>();
  const attendances = createWatchers<ParticipantId>();
  const typings = createWatchers<SessionId, Typing>();
  return {
    watchSession: (id: SessionId, onCommit: () => void) => sessions.watch(id, onCommit),
    watchPresence: (onChange: (agent: AgentId) => void) => presences.watch('all', onChange),
    watchAttendance: (id: ParticipantId, onChange: () => void) => attendances.watch(id, onChange),
    watchTyping: (id: SessionId, onTyping: (typing: Typing) => void) => typings.watch(id, onTyping),
    tell: (news: News): void => {
      switch (news.kind) {
        case 'session':
          sessions.notify(news.id);
          return;
        case 'presence':
          presences.notify('all', news.id);
          return;
        case 'attendance':
          attendances.notify(news.id);
          return;
        case 'typing':
          typings.notify(news.id, { from: news.from, name: news.name });
          return;
      }
    },
    /** When nobody knows what was missed. `agents`: all there are. */
    tellAll: (agents: readonly AgentId[]): void => {
      for (const id of sessions.topics()) sessions.notify(id);
      for (const agent of agents) presences.notify('all', agent);
      for (const participant of attendances.topics()) attendances.notify(participant);
    },
  };
}
export type NewsWatchers = ReturnType<typeof createNewsWatchers>;

/** What the one SQL store needs of a database. */
export type SqlDatabase = Pick<NewsWatchers, 'watchSession' | 'watchPresence' | 'watchTyping'> &
  Pick<Store, 'attend' | 'isThere' | 'watchAttendance' | 'tellTyping'> & {
    db: Kysely<Tables>;
    /** Several processes share it, and it knows how to pass over rows that another one is taking. */
    skipsLocked: boolean;
    /** All of the work or nothing of it; once it can be read, everybody who watches hears the news. */
    commit: (news: News, work: (transaction: Transaction<Tables>) => Promise<void>) => Promise<void>;
  };
