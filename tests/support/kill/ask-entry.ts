/** What the first screen would show. @throws {RefusedError} where the customer is not let in. */
import { getEntry } from '#contract/endpoints/entry.ts';
import type { Entry } from '#contract/entry.ts';
import { RefusedError } from '#tests/support/kill/call-host.ts';
import type { Customer } from '#tests/support/kill/customer.ts';

export async function askEntry({ call }: Customer): Promise<Entry> {
  const entry = getEntry.output.parse((await call(getEntry)).json());
  if (entry.kind === 'cannot-enter') throw new RefusedError(entry.code);
  return entry;
}
