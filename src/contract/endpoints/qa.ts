/**
 * QA's own endpoints. They are not in `allEndpoints`: no host serves them unless it asks for `backend/qa/qa-routes.ts`, and no host
 * that serves real customers does.
 */
import { defineEndpoint } from '#contract/endpoints/define-endpoint.ts';
import { inspectionSchema, qaPeopleSchema } from '#contract/qa.ts';
import { settingsLevelSchema } from '#contract/settings.ts';

const qa = { caller: 'agent' } as const;

/** `?token=TOKEN` of the customer's link, or `?session=ID`, which looks through the newest link of the session. */
export const inspectSession = defineEndpoint({
  ...qa,
  action: 'see-sessions',
  method: 'GET',
  path: '/api/qa/inspection',
  input: null,
  output: inspectionSchema,
  errors: ['not-found'],
});

/** Who may be picked to work as, instead of signing in: everybody of every scenario. `credential`: their bearer. */
export const listQaPeople = defineEndpoint({
  caller: 'anyone',
  method: 'GET',
  path: '/api/qa/people',
  input: null,
  output: qaPeopleSchema,
  errors: [],
});

/** The session's own level of settings; it holds from the next entry, as the other levels do. */
export const saveSessionSettings = defineEndpoint({
  ...qa,
  action: 'steer-session',
  method: 'PUT',
  path: '/api/qa/sessions/:sessionId/settings',
  input: settingsLevelSchema,
  output: null,
  errors: ['not-found'],
});
