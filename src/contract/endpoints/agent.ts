/** What agents do. Scenarios and tests build every starting state through these. */
import * as z from 'zod/mini';

import {
  addedDocumentSchema,
  addedInteractionSchema,
  addInteractionInputSchema,
  presenceInputSchema,
  returnInputSchema,
  startedSessionSchema,
  startTermsSchema,
  startSessionInputSchema,
  withdrawInputSchema,
} from '#contract/agent.ts';
import { defineEndpoint } from '#contract/endpoints/define-endpoint.ts';
import { fileIdSchema } from '#contract/ids.ts';
import { addedAttachmentSchema, messageSchema, sendMessageInputSchema } from '#contract/message.ts';
import { sessionResultsSchema } from '#contract/results.ts';
import { saveSettingsInputSchema } from '#contract/preferences.ts';

const agent = { caller: 'agent' } as const;
const documentErrors = ['document-unreadable', 'document-protected', 'document-too-long'] as const;
const session = '/api/agent/sessions/:sessionId';
const interaction = `${session}/interactions/:interactionId` as const;

export const startSession = defineEndpoint({
  ...agent,
  action: 'start-session',
  method: 'POST',
  path: '/api/agent/sessions',
  input: startSessionInputSchema,
  output: startedSessionSchema,
  errors: [
    'not-found',
    'channel-not-allowed',
    'active-session-exists',
    'session-full',
    'key-reused',
    ...documentErrors,
  ],
});

/** Everything that starting one now would be asked is asked again; with `continue` an earlier session may be opened in its place. */
export const startPlannedSession = defineEndpoint({
  ...agent,
  action: 'steer-session',
  method: 'POST',
  path: `${session}/start`,
  input: null,
  output: startedSessionSchema,
  errors: [
    'not-found',
    'not-actionable',
    'session-ended',
    'channel-not-allowed',
    'active-session-exists',
    'session-full',
    'key-reused',
  ],
});

export const getStartTerms = defineEndpoint({
  ...agent,
  action: 'start-session',
  method: 'GET',
  path: '/api/agent/teams/:teamId/start-terms',
  input: null,
  output: startTermsSchema,
  errors: [],
});

export const addDocument = defineEndpoint({
  ...agent,
  action: 'bring-files',
  method: 'POST',
  path: '/api/agent/documents',
  input: 'bytes',
  output: addedDocumentSchema,
  errors: [...documentErrors],
});

export const addLogo = defineEndpoint({
  ...agent,
  action: 'bring-files',
  method: 'POST',
  path: '/api/agent/logos',
  input: 'bytes',
  output: z.object({ fileId: fileIdSchema }),
  errors: ['file-type-not-accepted', 'file-too-large'],
});

export const addInteraction = defineEndpoint({
  ...agent,
  action: 'steer-session',
  method: 'POST',
  path: `${session}/interactions`,
  input: addInteractionInputSchema,
  output: addedInteractionSchema,
  errors: ['not-found', 'session-ended', 'session-full', 'key-reused', ...documentErrors],
});

export const withdrawInteraction = defineEndpoint({
  ...agent,
  action: 'steer-session',
  method: 'POST',
  path: `${interaction}/withdraw`,
  input: withdrawInputSchema,
  output: null,
  errors: ['not-found', 'not-actionable', 'session-ended', 'key-reused'],
});

export const returnInteraction = defineEndpoint({
  ...agent,
  action: 'steer-session',
  method: 'POST',
  path: `${interaction}/return`,
  input: returnInputSchema,
  output: null,
  errors: ['not-found', 'not-actionable', 'session-ended', 'key-reused'],
});

export const acceptInteraction = defineEndpoint({
  ...agent,
  action: 'steer-session',
  method: 'POST',
  path: `${interaction}/accept`,
  input: null,
  output: null,
  errors: ['not-found', 'not-actionable', 'session-ended', 'key-reused'],
});

/** `not-allowed` as well where the session has no chat, or takes no files; `not-actionable`: it has not started. */
export const sendAgentMessage = defineEndpoint({
  ...agent,
  action: 'steer-session',
  method: 'POST',
  path: `${session}/messages`,
  input: sendMessageInputSchema,
  output: messageSchema,
  errors: ['not-found', 'session-ended', 'not-actionable', 'key-reused'],
});

/** A file for a message that is not sent yet; `?name=` is what it is called. */
export const addAttachment = defineEndpoint({
  ...agent,
  action: 'steer-session',
  method: 'POST',
  path: `${session}/attachments`,
  query: ['name'],
  input: 'bytes',
  output: addedAttachmentSchema,
  errors: [
    'not-found',
    'session-ended',
    'file-type-not-accepted',
    'file-too-large',
    'too-many-files',
    'session-full',
    'key-reused',
  ],
});

export const endSession = defineEndpoint({
  ...agent,
  action: 'steer-session',
  method: 'POST',
  path: `${session}/end`,
  input: null,
  output: null,
  errors: ['not-found', 'key-reused'],
});

/** What came of it: states, files, answers. */
export const readSessionResults = defineEndpoint({
  ...agent,
  action: 'see-sessions',
  method: 'GET',
  path: `${session}/results`,
  input: null,
  output: sessionResultsSchema,
  errors: ['not-found'],
});

/** A document that an agent brought, a file that was handed in, or one that is attached to a message. */
export const getAgentFile = defineEndpoint({
  ...agent,
  action: 'see-sessions',
  method: 'GET',
  path: `${session}/files/:fileId`,
  input: null,
  output: 'bytes',
  errors: ['not-found', 'file-lost'],
});

export const setPresence = defineEndpoint({
  ...agent,
  action: 'be-oneself',
  method: 'PUT',
  path: '/api/agent/presence',
  input: presenceInputSchema,
  output: null,
  errors: [],
});

export const saveSystemSettings = defineEndpoint({
  ...agent,
  action: 'save-system-settings',
  method: 'PUT',
  path: '/api/agent/settings/system',
  input: saveSettingsInputSchema,
  output: null,
  errors: ['settings-changed'],
});

export const saveTeamSettings = defineEndpoint({
  ...agent,
  action: 'save-team-settings',
  method: 'PUT',
  path: '/api/agent/settings/teams/:teamId',
  input: saveSettingsInputSchema,
  output: null,
  errors: ['settings-changed'],
});
