/** More than one person in a session: who is invited besides its customer, and what each of them does (decision 038). */
import { defineEndpoint } from '#contract/endpoints/define-endpoint.ts';
import { invitedSchema, reengageInputSchema } from '#contract/engagement.ts';
import { assignInputSchema, inviteInputSchema, participantInvitedSchema } from '#contract/participation.ts';

const session = '/api/agent/sessions/:sessionId';
// Note: each ends in a word of its own, so that no `..` in the place of the id leads to what is done to the customer.
const participant = `${session}/participants/:participantId` as const;
const steering = { caller: 'agent', action: 'steer-session', method: 'POST' } as const;

/** They get a link of their own. Whoever is in the session already by that contact is `invalid-input`. */
export const inviteParticipant = defineEndpoint({
  ...steering,
  path: `${session}/participants`,
  input: inviteInputSchema,
  output: participantInvitedSchema,
  errors: ['not-found', 'not-actionable', 'session-ended', 'channel-not-allowed', 'session-full', 'key-reused'],
});

/** What nobody has begun is another's from now on. */
export const assignInteraction = defineEndpoint({
  ...steering,
  path: `${session}/interactions/:interactionId/assign`,
  input: assignInputSchema,
  output: null,
  errors: ['not-found', 'not-actionable', 'session-ended', 'key-reused'],
});

/** `resendInvitation`, for one of those who take part. */
export const resendToParticipant = defineEndpoint({
  ...steering,
  path: `${participant}/invite-again`,
  input: null,
  output: invitedSchema,
  errors: ['not-found', 'not-actionable', 'session-ended', 'channel-not-allowed', 'too-soon', 'key-reused'],
});

/** `reengage`, for one of those who take part: only their links are dead. */
export const reengageParticipant = defineEndpoint({
  ...steering,
  path: `${participant}/correct-contact`,
  input: reengageInputSchema,
  output: invitedSchema,
  errors: ['not-found', 'not-actionable', 'session-ended', 'channel-not-allowed', 'key-reused'],
});

/** `revokeLinks`, for one of those who take part. */
export const revokeLinksOfParticipant = defineEndpoint({
  ...steering,
  path: `${participant}/shut-out`,
  input: null,
  output: null,
  errors: ['not-found', 'key-reused'],
});
