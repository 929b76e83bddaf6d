/** Why PostgreSQL cannot be used, in words for whoever operates the host. */
import { HostError } from '#hosts/node/host-error.ts';

const reasons: readonly [code: RegExp, reason: string][] = [
  [/^28|^SASL/, 'refuses this user or this password.'],
  [/^3D000/, 'has no such database. Create it first.'],
  [/^53300/, 'has no connection left. Allow it more, or stop what else uses it.'],
  [/^57P03/, 'is not ready yet. Start again in a moment.'],
  [/^(42501|3F000)/, 'does not let this user make tables. Let the user own the database.'],
  [/^42P07/, 'has tables of another program in this database. Choose a database of its own.'],
];
const outOfReach = 'cannot be reached. Is it running, and may this machine connect to it?';

/** What is a message for operators already is given back as it is. */
export function toHostError(error: unknown): HostError {
  if (error instanceof HostError) return error;
  const code = readCode(error);
  const reason = reasons.find(([pattern]) => pattern.test(code))?.[1];
  // Note: what the server itself says has five letters; the system's and the driver's own words are about the way to it.
  const other = /^[0-9A-Z]{5}$/.test(code) ? `cannot be used (${code}).` : outOfReach;
  return new HostError(`The PostgreSQL server of DATABASE_URL ${reason ?? other}`, { cause: error });
}

function readCode(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
