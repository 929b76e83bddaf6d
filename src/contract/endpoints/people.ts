/** Signing in, and people with their teams. */
import * as z from 'zod/mini';

import { defineEndpoint } from '#contract/endpoints/define-endpoint.ts';
import {
  addedPersonSchema,
  addPersonInputSchema,
  changePersonInputSchema,
  meSchema,
  passwordLinkSchema,
  personSchema,
  sessionPageSchema,
  setPasswordInputSchema,
  signedInSchema,
  signInInputSchema,
  teamInputSchema,
  teamSchema,
} from '#contract/person.ts';

/** Nobody is told whether it is the email or the password that is wrong. */
export const signIn = defineEndpoint({
  method: 'POST',
  path: '/api/sign-in',
  caller: 'anyone',
  input: signInInputSchema,
  output: signedInSchema,
  errors: ['sign-in-refused'],
});

/** By a link that works once; everything they were signed in with is over. */
export const setPassword = defineEndpoint({
  method: 'POST',
  path: '/api/password',
  caller: 'anyone',
  input: setPasswordInputSchema,
  output: null,
  errors: ['password-link-unknown'],
});

const oneself = { caller: 'agent', action: 'be-oneself' } as const;

export const whoAmI = defineEndpoint({
  ...oneself,
  method: 'GET',
  path: '/api/agent/me',
  input: null,
  output: meSchema,
  errors: [],
});

export const signOut = defineEndpoint({
  ...oneself,
  method: 'POST',
  path: '/api/agent/sign-out',
  input: null,
  output: null,
  errors: [],
});

export const signOutEverywhere = defineEndpoint({
  ...oneself,
  method: 'POST',
  path: '/api/agent/sign-out-everywhere',
  input: null,
  output: null,
  errors: [],
});

const seen = { caller: 'agent', action: 'see-people' } as const;
const managed = { caller: 'agent', action: 'manage-people' } as const;
const people = '/api/agent/people';

export const listPeople = defineEndpoint({
  ...seen,
  method: 'GET',
  path: people,
  input: null,
  output: z.object({ people: z.array(personSchema) }),
  errors: [],
});

export const addPerson = defineEndpoint({
  ...managed,
  method: 'POST',
  path: people,
  input: addPersonInputSchema,
  output: addedPersonSchema,
  errors: ['email-taken'],
});

/** All of it at once, from what the writer saw. Asking again for what it is already does no harm. */
export const changePerson = defineEndpoint({
  ...managed,
  method: 'PUT',
  path: `${people}/:personId`,
  input: changePersonInputSchema,
  output: personSchema,
  errors: ['not-found', 'email-taken', 'last-administrator', 'person-changed'],
});

/** In place of the one before, which works no longer. */
export const createPasswordLink = defineEndpoint({
  ...managed,
  method: 'POST',
  path: `${people}/:personId/password-link`,
  input: null,
  output: passwordLinkSchema,
  errors: ['not-found'],
});

export const listTeams = defineEndpoint({
  ...seen,
  method: 'GET',
  path: '/api/agent/teams',
  input: null,
  output: z.object({ teams: z.array(teamSchema) }),
  errors: [],
});

/** A new one, or a new name, from what the writer saw. Asking again for what it is already does no harm. */
export const saveTeam = defineEndpoint({
  ...managed,
  method: 'PUT',
  path: '/api/agent/teams/:teamId',
  input: teamInputSchema,
  output: teamSchema,
  errors: ['team-name-taken', 'team-changed'],
});

/** Newest first; those that the role may see. `cursor`: what the page before gave as `next`. */
export const listSessions = defineEndpoint({
  caller: 'agent',
  action: 'see-sessions',
  method: 'GET',
  path: '/api/agent/sessions',
  query: ['search', 'state', 'team', 'agent', 'cursor'],
  input: null,
  output: sessionPageSchema,
  errors: [],
});
