/**
 * Roles of people on the side of the business, scopes of its systems, and everything they may ask for. Each endpoint of agents names its
 * action in the endpoint table; who may do it, and to what, is in `domain/rights.ts`.
 */
import * as z from 'zod/mini';

export const roles = ['agent', 'supervisor', 'administrator'] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

/** What an API key may be made for. */
export const keyScopes = ['start-sessions', 'read-sessions', 'steer-sessions'] as const;
export const keyScopeSchema = z.enum(keyScopes);
export type KeyScope = z.infer<typeof keyScopeSchema>;

export type Action =
  /** What everybody does about themselves: presence, signing out. */
  | 'be-oneself'
  /** Documents and logos, before they belong to anything. */
  | 'bring-files'
  /** With the settings of a team. */
  | 'start-session'
  | 'see-sessions'
  | 'steer-session'
  /** To somebody else of the business. */
  | 'reassign-session'
  /** Customers' own links in messages that have not reached them: whoever opens one is the customer. */
  | 'see-links'
  | 'see-people'
  /** Their teams as well. */
  | 'manage-people'
  | 'save-team-settings'
  | 'save-system-settings'
  /** API keys and webhooks. */
  | 'manage-api-access';
