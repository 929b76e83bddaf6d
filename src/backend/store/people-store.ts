/** The part of the storage port that knows people. Its suite is `tests/backend/store/people-suite.ts`, for every adapter. */
import type { AgentId } from '#contract/ids.ts';
import type { SignInTries } from '#domain/sign-in-tries.ts';
import type { Directory, PersonRecord, SignInRecord, TeamRecord } from '#backend/people/person-record.ts';

/** `people` and `teams`: the ones that are new or changed. */
export type DirectoryChange = {
  expectedVersion: number;
  people: readonly PersonRecord[];
  teams: readonly TeamRecord[];
};

export type PeopleStore = {
  /** Version 0 and empty until the first change. */
  loadDirectory: () => Promise<Directory>;
  /** All or nothing. @throws {VersionConflictError} when somebody else changed anything of it first. */
  changeDirectory: (change: DirectoryChange) => Promise<void>;
  findPerson: (id: AgentId) => Promise<PersonRecord | undefined>;
  findPersonByEmail: (email: string) => Promise<PersonRecord | undefined>;
  findSignIn: (tokenHash: string) => Promise<SignInRecord | undefined>;
  saveSignIn: (signIn: SignInRecord) => Promise<void>;
  deleteSignIn: (tokenHash: string) => Promise<void>;
  /** Tries to sign in by whatever they are counted for; none until the first. */
  loadTries: (key: string) => Promise<SignInTries>;
  /** @throws {VersionConflictError} when there were not that many failed ones any more. */
  saveTries: (key: string, tries: SignInTries, expectedFailed: number) => Promise<void>;
  forgetTries: (key: string) => Promise<void>;
  /** Deletes sign-ins that are over by `now`, and tries from before `triesBefore`. */
  sweepSignIns: (now: number, triesBefore: number) => Promise<void>;
};
