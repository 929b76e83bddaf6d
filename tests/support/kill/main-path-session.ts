/** The session that every scripted customer walks through: one of each kind that is led to, some with consent, some with a short link. */
import { type StartSessionInput, startSessionInputSchema } from '#contract/agent.ts';
import { esignFieldSchema } from '#contract/esign.ts';
import type { FileId } from '#contract/ids.ts';
import type { Random } from '#tests/support/kill/seeded-random.ts';
import { buildDocumentRequest, buildWorkflow } from '#tests/support/sample-interactions.ts';
import { operatorTeam } from '#tests/support/start-node-host.ts';

const common = { page: 0, required: true, readOnly: false, participant: 1 };
const fields = [
  {
    ...common,
    kind: 'signature',
    id: 'signature',
    label: 'Your signature',
    box: { x: 0.1, y: 0.7, width: 0.4, height: 0.08 },
  },
  {
    ...common,
    kind: 'text',
    id: 'residence',
    label: 'Place of residence',
    box: { x: 0.1, y: 0.2, width: 0.4, height: 0.05 },
    prefill: null,
    maxLength: 100,
  },
].map((field) => esignFieldSchema.parse(field));

export function buildMainPath(number: number, document: FileId, random: Random): StartSessionInput {
  const asks = random.next() < 0.4;
  const isShort = random.next() < 0.3;
  return startSessionInputSchema.parse({
    team: operatorTeam,
    customer: { name: `Customer ${number}`, email: `customer-${number}@example.com`, phone: null },
    channel: 'email',
    settings: {
      ...(asks && { consent: { on: true, text: 'We keep what you send for ten years.' } }),
      ...(isShort && { accessDuration: 1 }),
    },
    interactions: [
      { kind: 'esign', title: 'Loan agreement', document, canDecline: true, fields },
      buildDocumentRequest(),
      buildWorkflow(),
    ],
  });
}

/** A file as a customer would send it, told from every other by its bytes. */
export function buildPaper(random: Random): Uint8Array<ArrayBuffer> {
  const header = new TextEncoder().encode('%PDF-1.7\n');
  return Uint8Array.from({ length: random.between(2_000, 60_000) }, (_, at) => header[at] ?? random.between(0, 255));
}
