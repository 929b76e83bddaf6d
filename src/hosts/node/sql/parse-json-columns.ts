/**
 * Kysely plugin: the columns that hold JSON are read as what they hold. Note: Kysely's own plugin goes by the look of a text and
 * down into it, so a message that reads `{"a": 1}` would come back as an object.
 */
import type { KyselyPlugin, UnknownRow } from 'kysely';

const jsonColumns = new Set([
  'record',
  'entry',
  'message',
  'delivery',
  'settings',
  'presence',
  'person',
  'details',
  'sign_in',
  'api_key',
  'webhook',
  'event',
]);

const parseValue = (column: string, value: unknown): unknown =>
  jsonColumns.has(column) && typeof value === 'string' ? JSON.parse(value) : value;

const parseRow = (row: UnknownRow): UnknownRow =>
  Object.fromEntries(Object.entries(row).map(([column, value]) => [column, parseValue(column, value)]));

export const parseJsonColumns: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: ({ result }) => Promise.resolve({ ...result, rows: result.rows.map(parseRow) }),
};
