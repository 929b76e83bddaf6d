/** People on the side of the business, their teams, and how they are signed in, as they are stored. */
import type { AgentId, TeamId } from '#contract/ids.ts';
import type { Role } from '#contract/rights.ts';

export type PersonRecord = {
  id: AgentId;
  name: string;
  /** Lower case; nobody else's. */
  email: string;
  role: Role;
  team: TeamId;
  otherTeams: TeamId[];
  isDisabled: boolean;
  /** Says its own algorithm and parameters; null until a password was set. */
  passwordHash: string | null;
  /** The one link that sets a password, until it is used, replaced or over. */
  passwordLink: { secretHash: string; expiresAt: number } | null;
  /** Goes up with everything that ends what they are signed in with: a new password, signing out everywhere, being disabled. */
  signInEpoch: number;
};

export type TeamRecord = { id: TeamId; name: string };

/** Everybody at once, and the version that a change is made from: what holds between people (an email, the last administrator) is decided on it. */
export type Directory = { version: number; people: PersonRecord[]; teams: TeamRecord[] };

export type SignInRecord = {
  /** SHA-256 (hex) of the credential. */
  tokenHash: string;
  person: AgentId;
  /** The person's own at the time: of an older one, nothing is left. */
  epoch: number;
  createdAt: number;
  lastSeenAt: number;
  expiresAt: number;
};
