/** The only way people and teams change: load all, decide, commit, and once more from the start when somebody else was first. */
import { AppError } from '#backend/app-error.ts';
import type { BackendDeps } from '#backend/deps.ts';
import type { Directory, PersonRecord, TeamRecord } from '#backend/people/person-record.ts';
import { VersionConflictError } from '#backend/store/store.ts';

type Decision = { people?: readonly PersonRecord[]; teams?: readonly TeamRecord[] };

const maxAttempts = 8;

/** Gives what was decided. @throws {AppError} what `decide` throws; `email-taken`, `last-administrator`. */
export async function changeDirectory<Decided extends Decision>(
  { store }: Pick<BackendDeps, 'store'>,
  decide: (directory: Directory) => Decided,
): Promise<Decided> {
  for (let attempt = 1; ; attempt += 1) {
    const directory = await store.people.loadDirectory();
    const decided = decide(directory);
    const { people = [], teams = [] } = decided;
    assertSound(directory, people);
    try {
      await store.people.changeDirectory({ expectedVersion: directory.version, people, teams });
      return decided;
    } catch (error) {
      if (!(error instanceof VersionConflictError)) throw error;
      if (attempt === maxAttempts) throw new AppError('service-unavailable', { retryAfter: 1 });
    }
  }
}

/** An email is one person's; somebody can always let others in. */
function assertSound({ people: before }: Directory, changed: readonly PersonRecord[]): void {
  const isChanged = ({ id }: PersonRecord) => changed.some((person) => person.id === id);
  const after = [...before.filter((person) => !isChanged(person)), ...changed];
  const isTaken = ({ id, email }: PersonRecord) => after.some((other) => other.email === email && other.id !== id);
  if (changed.some(isTaken)) throw new AppError('email-taken');
  const wouldBeLost = (isOne: (person: PersonRecord) => boolean) => before.some(isOne) && !after.some(isOne);
  if (wouldBeLost(isAdministrator) || wouldBeLost((person) => isAdministrator(person) && person.passwordHash !== null))
    throw new AppError('last-administrator');
}

export const isAdministrator = ({ role, isDisabled }: PersonRecord): boolean => role === 'administrator' && !isDisabled;
