/** What an agent does about a customer's way into a session, and how their console says that they are there. */
import {
  activityInputSchema,
  invitedSchema,
  planInputSchema,
  reassignInputSchema,
  reengageInputSchema,
  renameInputSchema,
} from '#contract/engagement.ts';
import { defineEndpoint } from '#contract/endpoints/define-endpoint.ts';

const session = '/api/agent/sessions/:sessionId';
const steering = { caller: 'agent', action: 'steer-session', method: 'POST' } as const;

/** The customer's work goes on: unlike what was returned, it is not another task. */
export const renameInteraction = defineEndpoint({
  ...steering,
  path: `${session}/interactions/:interactionId/rename`,
  input: renameInputSchema,
  output: null,
  errors: ['not-found', 'not-actionable', 'session-ended', 'key-reused'],
});

/** The invitation once more, with another link; those that are out work on. Once a minute (`too-soon`). */
export const resendInvitation = defineEndpoint({
  ...steering,
  path: `${session}/invitation`,
  input: null,
  output: invitedSchema,
  errors: ['not-found', 'not-actionable', 'session-ended', 'channel-not-allowed', 'too-soon', 'key-reused'],
});

/** The contact was wrong: every link that is out is dead at once, and the right person is invited. Somebody else's of this session is `invalid-input`. */
export const reengage = defineEndpoint({
  ...steering,
  path: `${session}/re-engage`,
  input: reengageInputSchema,
  output: invitedSchema,
  errors: ['not-found', 'not-actionable', 'session-ended', 'channel-not-allowed', 'key-reused'],
});

/** Whom a planned session is with, and how they will be invited, as it should be. What they are asked for is added, renamed and withdrawn as ever. */
export const changePlan = defineEndpoint({
  ...steering,
  path: `${session}/plan`,
  input: planInputSchema,
  output: null,
  errors: ['not-found', 'not-actionable', 'session-ended', 'channel-not-allowed', 'key-reused'],
});

/** Given up before it began: it is over, and is not opened again. What was started meanwhile is left alone (`not-actionable`). */
export const cancelPlan = defineEndpoint({
  ...steering,
  path: `${session}/plan/cancel`,
  input: null,
  output: null,
  errors: ['not-found', 'not-actionable', 'session-ended', 'key-reused'],
});

/** Nobody comes in, and nothing is sent, until the customer is invited again. */
export const revokeLinks = defineEndpoint({
  ...steering,
  path: `${session}/revoke-links`,
  input: null,
  output: null,
  errors: ['not-found', 'key-reused'],
});

/** An ended session is open, and its customer is told. */
export const reopenSession = defineEndpoint({
  ...steering,
  path: `${session}/reopen`,
  input: null,
  output: invitedSchema,
  errors: ['not-found', 'not-actionable', 'active-session-exists', 'key-reused'],
});

/** It is another's from now on: they see it, the customer reads their name, and whether anybody is there is asked of them. */
export const reassignSession = defineEndpoint({
  caller: 'agent',
  action: 'reassign-session',
  method: 'POST',
  path: `${session}/reassign`,
  input: reassignInputSchema,
  output: null,
  errors: ['not-found', 'active-session-exists', 'key-reused'],
});

/** Said every half a minute by a console that somebody is signed in to; who is not heard of for longer is not there. */
export const reportActivity = defineEndpoint({
  caller: 'agent',
  action: 'be-oneself',
  method: 'PUT',
  path: '/api/agent/activity',
  input: activityInputSchema,
  output: null,
  errors: [],
});
