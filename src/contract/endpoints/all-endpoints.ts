/** The whole endpoint table, for the backend and for what describes it. The customer's app imports single lines. */
import * as agent from '#contract/endpoints/agent.ts';
import * as agentSession from '#contract/endpoints/agent-session.ts';
import * as apiAccess from '#contract/endpoints/api-access.ts';
import { getApiDescription } from '#contract/endpoints/description.ts';
import * as documentRequest from '#contract/endpoints/document-request.ts';
import * as engagement from '#contract/endpoints/engagement.ts';
import * as entry from '#contract/endpoints/entry.ts';
import * as esign from '#contract/endpoints/esign.ts';
import * as handOver from '#contract/endpoints/hand-over.ts';
import * as interaction from '#contract/endpoints/interaction.ts';
import * as message from '#contract/endpoints/message.ts';
import * as outbox from '#contract/endpoints/outbox.ts';
import * as participation from '#contract/endpoints/participation.ts';
import * as payment from '#contract/endpoints/payment.ts';
import * as people from '#contract/endpoints/people.ts';
import * as settings from '#contract/endpoints/settings.ts';
import * as workflow from '#contract/endpoints/workflow.ts';

export const allEndpoints = {
  ...agent,
  ...agentSession,
  ...apiAccess,
  getApiDescription,
  ...documentRequest,
  ...engagement,
  ...entry,
  ...esign,
  ...handOver,
  ...interaction,
  ...message,
  ...outbox,
  ...participation,
  ...payment,
  ...people,
  ...settings,
  ...workflow,
} as const;

export type EndpointName = keyof typeof allEndpoints;
