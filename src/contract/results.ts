/** What came of a session, for whoever started it: where everything stands, and what was handed in. Nothing that is still being worked on. */
import * as z from 'zod/mini';

import { fileSchema } from '#contract/file.ts';
import { interactionIdSchema, partIdSchema, sessionIdSchema, teamIdSchema } from '#contract/ids.ts';
import { interactionStatuses } from '#contract/interaction.ts';
import { sessionStateSchema } from '#contract/person.ts';
import { instantSchema, moneySchema } from '#contract/scalars.ts';
import { answersSchema, taskOutcomes } from '#contract/workflow.ts';

const common = {
  id: interactionIdSchema,
  title: z.string(),
  /** Whose it is: the participant's number, 1 = the customer the session was started for. */
  participant: z.int(),
  status: z.enum(interactionStatuses),
  addedAt: instantSchema,
  /** When it was last submitted, paid or declined. */
  closedAt: z.nullable(instantSchema),
  /** Why it was declined, returned or withdrawn. */
  reason: z.nullable(z.string()),
  /** The signed document, the files that were handed in: `getAgentFile` has their bytes. */
  files: z.array(fileSchema),
};

const esignResultSchema = z.object({ ...common, kind: z.literal('esign') });
const documentRequestResultSchema = z.object({
  ...common,
  kind: z.literal('document-request'),
  /** The same files, by what was asked for. */
  items: z.array(z.object({ id: partIdSchema, title: z.string(), files: z.array(fileSchema) })),
});
const paymentResultSchema = z.object({
  ...common,
  kind: z.literal('payment'),
  amount: moneySchema,
  purpose: z.string(),
});

/** What came of a step of a workflow that is a task of its own: titled as the step is. */
const partResultSchema = z.discriminatedUnion('kind', [
  esignResultSchema,
  documentRequestResultSchema,
  paymentResultSchema,
]);

export const interactionResultSchema = z.discriminatedUnion('kind', [
  esignResultSchema,
  documentRequestResultSchema,
  z.object({
    ...common,
    kind: z.literal('workflow'),
    /** By field; null until they are handed in. */
    answers: z.nullable(answersSchema),
    /** By step, in the order of the steps; absent where no step is a task. `outcome`: how it ended; null while it is to be done. */
    parts: z.optional(
      z.array(z.object({ step: partIdSchema, outcome: z.nullable(z.enum(taskOutcomes)), result: partResultSchema })),
    ),
  }),
  paymentResultSchema,
]);
export type InteractionResult = z.infer<typeof interactionResultSchema>;
export type PartResult = z.infer<typeof partResultSchema>;

export const sessionResultsSchema = z.object({
  sessionId: sessionIdSchema,
  team: teamIdSchema,
  state: sessionStateSchema,
  startedAt: instantSchema,
  endedAt: z.nullable(instantSchema),
  /** In the order they were added. */
  interactions: z.array(interactionResultSchema),
});
export type SessionResults = z.infer<typeof sessionResultsSchema>;
