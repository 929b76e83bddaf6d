/**
 * The one IndexedDB database of the browser host: sessions with their log and outbox, settings, presence, bytes, which
 * scenarios were built, and the conditions QA set. Shared by every tab of the origin.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

import type { AgentId, SessionId, TeamId } from '#contract/ids.ts';
import type { SignInTries } from '#domain/sign-in-tries.ts';
import type { StoredMessage } from '#backend/messages/outbox-message.ts';
import type { PersonRecord, SignInRecord, TeamRecord } from '#backend/people/person-record.ts';
import type { BuiltScenario } from '#backend/scenarios/scenario-stage.ts';
import type { LogEntry } from '#backend/session/session-log.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';
import type { SettingsLogRecord, StoredSettings } from '#backend/store/settings-store.ts';
import type { AgentPresence } from '#backend/store/store.ts';
import type { KeyRecord } from '#backend/systems/key-record.ts';
import type { StoredDelivery, WebhookRecord } from '#backend/systems/webhook-record.ts';
import type { Conditions } from '#hosts/browser/conditions.ts';

type Schema = DBSchema & {
  sessions: { key: SessionId; value: SessionRecord };
  /** Link token hash → session. */
  links: { key: string; value: SessionId };
  /** [session, seq]. */
  log: { key: [SessionId, number]; value: LogEntry };
  /** Numbered by the database, so the order is the order of commits. */
  outbox: { key: number; value: StoredMessage; indexes: { id: string; due: number } };
  /** When a session wants to be woken. */
  wakes: { key: SessionId; value: { at: number }; indexes: { due: number } };
  /** `system` or `team:ID`. */
  settings: { key: string; value: StoredSettings };
  /** [level, version]. */
  settingsLog: { key: [string, number]; value: SettingsLogRecord };
  presence: { key: AgentId; value: AgentPresence };
  /** `version`. */
  directory: { key: string; value: number };
  people: { key: AgentId; value: PersonRecord; indexes: { email: string } };
  teams: { key: TeamId; value: TeamRecord };
  signIns: { key: string; value: SignInRecord; indexes: { expiresAt: number } };
  tries: { key: string; value: SignInTries; indexes: { lastAt: number } };
  /** Numbered by the database, so the order is the order they were made in. */
  apiKeys: { key: number; value: KeyRecord; indexes: { id: string; secretHash: string } };
  webhooks: { key: number; value: WebhookRecord; indexes: { id: string } };
  /** What is settled has no next try, what waits is not settled: each is in one of these indexes. */
  deliveries: {
    key: number;
    value: StoredDelivery;
    indexes: { id: string; webhook: string; due: number; settled: number };
  };
  blobs: { key: string; value: Uint8Array<ArrayBuffer> };
  scenarios: { key: string; value: BuiltScenario };
  conditions: { key: string; value: Conditions };
};

export type Database = IDBPDatabase<Schema>;

/** Goes up with the shape of anything in here. What an older build kept is let go: scenarios are built anew in no time. */
const shape = 7;

/** Rejects where storage is blocked. */
// Note: async, because there even naming IndexedDB throws.
export const openDatabase = async (name = 'session-room'): Promise<Database> =>
  openDB<Schema>(name, shape, {
    upgrade(database) {
      for (const old of database.objectStoreNames) database.deleteObjectStore(old);
      database.createObjectStore('sessions');
      database.createObjectStore('links');
      database.createObjectStore('log');
      const outbox = database.createObjectStore('outbox', { autoIncrement: true });
      outbox.createIndex('id', 'id', { unique: true });
      // Note: what is settled has no next try, and is in no index.
      outbox.createIndex('due', 'delivery.nextTryAt');
      database.createObjectStore('wakes').createIndex('due', 'at');
      database.createObjectStore('settings');
      database.createObjectStore('settingsLog');
      database.createObjectStore('presence');
      database.createObjectStore('directory');
      database.createObjectStore('people').createIndex('email', 'email', { unique: true });
      database.createObjectStore('teams');
      database.createObjectStore('signIns').createIndex('expiresAt', 'expiresAt');
      database.createObjectStore('tries').createIndex('lastAt', 'lastAt');
      const apiKeys = database.createObjectStore('apiKeys', { autoIncrement: true });
      apiKeys.createIndex('id', 'id', { unique: true });
      apiKeys.createIndex('secretHash', 'secretHash', { unique: true });
      database.createObjectStore('webhooks', { autoIncrement: true }).createIndex('id', 'id', { unique: true });
      const deliveries = database.createObjectStore('deliveries', { autoIncrement: true });
      deliveries.createIndex('id', 'id', { unique: true });
      deliveries.createIndex('webhook', 'webhook');
      deliveries.createIndex('due', 'delivery.nextTryAt');
      deliveries.createIndex('settled', 'delivery.at');
      database.createObjectStore('blobs');
      database.createObjectStore('scenarios');
      database.createObjectStore('conditions');
    },
    /** A newer build of the app in another tab goes first. */
    blocking: (_, __, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });

/** Everything, in one step. The database itself stays, so no other tab has to let go of it. */
export async function emptyDatabase(database: Database): Promise<void> {
  const names = [...database.objectStoreNames];
  const transaction = database.transaction(names, 'readwrite');
  await Promise.all([...names.map((name) => transaction.objectStore(name).clear()), transaction.done]);
}
