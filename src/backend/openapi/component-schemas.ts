/**
 * The contract's schemas as JSON Schema, each of the shared ones under its own name. What only one endpoint takes or gives is
 * named after it: `StartSessionInput`, `StartSessionOutput`.
 */
import * as z from 'zod/mini';

import { agentLiveEventSchema } from '#contract/agent-live-event.ts';
import { addInteractionInputSchema } from '#contract/agent.ts';
import { apiKeySchema } from '#contract/api-key.ts';
import { documentRequestContentSchema, requestedItemSchema } from '#contract/document-request.ts';
import { draftReceiptSchema } from '#contract/draft.ts';
import { allEndpoints } from '#contract/endpoints/all-endpoints.ts';
import type { Schema } from '#contract/endpoints/define-endpoint.ts';
import { brandingSchema, entrySchema, newLinkOfferSchema } from '#contract/entry.ts';
import { boxSchema, esignContentSchema, esignFieldSchema, fieldValuesSchema, markSchema } from '#contract/esign.ts';
import { fileSchema } from '#contract/file.ts';
import { idempotencyKeySchema } from '#contract/ids.ts';
import { interactionSchema } from '#contract/interaction.ts';
import { liveEventSchema } from '#contract/live-event.ts';
import { messageSchema, sendMessageInputSchema } from '#contract/message.ts';
import { listedSessionSchema, passwordLinkSchema, personSchema, teamSchema } from '#contract/person.ts';
import { policySchema } from '#contract/policy.ts';
import { problemSchema } from '#contract/problem.ts';
import { interactionResultSchema } from '#contract/results.ts';
import { dateSchema, instantSchema, moneySchema, sha256Schema } from '#contract/scalars.ts';
import { participantSchema, sessionSchema } from '#contract/session.ts';
import { remindersSchema, settingsLevelSchema } from '#contract/settings.ts';
import { webhookDeliverySchema, webhookEventSchema, webhookSchema } from '#contract/webhook.ts';
import {
  answersSchema,
  conditionSchema,
  formFieldSchema,
  workflowContentSchema,
  workflowDefinitionSchema,
  workflowStepSchema,
} from '#contract/workflow.ts';

const shared = {
  AgentLiveEvent: agentLiveEventSchema,
  Answers: answersSchema,
  ApiKey: apiKeySchema,
  Box: boxSchema,
  Branding: brandingSchema,
  CalendarDate: dateSchema,
  Condition: conditionSchema,
  DocumentRequestContent: documentRequestContentSchema,
  DraftReceipt: draftReceiptSchema,
  Entry: entrySchema,
  EsignContent: esignContentSchema,
  EsignField: esignFieldSchema,
  FieldValues: fieldValuesSchema,
  File: fileSchema,
  FormField: formFieldSchema,
  IdempotencyKey: idempotencyKeySchema,
  Instant: instantSchema,
  Interaction: interactionSchema,
  InteractionResult: interactionResultSchema,
  LiveEvent: liveEventSchema,
  Mark: markSchema,
  ListedSession: listedSessionSchema,
  Message: messageSchema,
  MessageInput: sendMessageInputSchema,
  Money: moneySchema,
  NewInteraction: addInteractionInputSchema,
  NewLinkOffer: newLinkOfferSchema,
  Participant: participantSchema,
  PasswordLink: passwordLinkSchema,
  Person: personSchema,
  Policy: policySchema,
  Problem: problemSchema,
  Reminders: remindersSchema,
  RequestedItem: requestedItemSchema,
  Session: sessionSchema,
  SettingsLevel: settingsLevelSchema,
  Sha256: sha256Schema,
  Team: teamSchema,
  Webhook: webhookSchema,
  WebhookDelivery: webhookDeliverySchema,
  WebhookEvent: webhookEventSchema,
  WorkflowContent: workflowContentSchema,
  WorkflowDefinition: workflowDefinitionSchema,
  WorkflowStep: workflowStepSchema,
} as const satisfies Readonly<Record<string, Schema>>;

const pathTo = (name: string) => `#/components/schemas/${name}`;

/** Where a schema of the table, or a shared one, is described. */
export const refTo = (schema: Schema | keyof typeof shared) => {
  const name = typeof schema === 'string' ? schema : registry.get(schema)?.id;
  if (name === undefined) throw new Error('Failed to describe a schema: it has no name.');
  return { $ref: pathTo(name) };
};

const registry = z.registry<{ id: string }>();
const register = (schema: unknown, id: string) => {
  if (schema instanceof z.core.$ZodType && !registry.has(schema)) registry.add(schema, { id });
};
for (const [name, schema] of Object.entries(shared)) register(schema, name);
for (const [name, { input, output }] of Object.entries(allEndpoints)) {
  const title = name.slice(0, 1).toUpperCase() + name.slice(1);
  register(input, `${title}Input`);
  register(output, `${title}Output`);
}

/** What goes over the wire, so what a reader must be able to take: the input side of the schemas. */
export function describeSchemas(): Record<string, object> {
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri: pathTo, override: tidy });
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, asPart(schema)]));
}

/** As a part of a document that has its own address and dialect. */
const asPart = (schema: object): object =>
  Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$id' && key !== '$schema'));

/** Note: every whole number of JavaScript has these bounds; they say nothing about ours. */
function tidy({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}
