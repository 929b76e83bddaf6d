/** What customers do, step by step through the contract: signing, handing over, answering, paying. */
import type { DocumentRequestContent, UploadMetadata } from '#contract/document-request.ts';
import {
  appendToUpload,
  createUpload,
  getDocumentRequest,
  submitDocuments,
} from '#contract/endpoints/document-request.ts';
import { getEntry } from '#contract/endpoints/entry.ts';
import { getEsign, sign } from '#contract/endpoints/esign.ts';
import { decideSandboxCheckout, settlePayment, startCheckout } from '#contract/endpoints/payment.ts';
import { getWorkflow, submitAnswers } from '#contract/endpoints/workflow.ts';
import type { EsignField, FieldValue } from '#contract/esign.ts';
import { type InteractionId, type UploadId, uploadIdSchema } from '#contract/ids.ts';
import type { Answer } from '#contract/workflow.ts';
import type { CustomerClient } from '#backend/scenarios/customer-client.ts';

const tus = { 'tus-resumable': '1.0.0' };

export async function signAs(customer: CustomerClient, interactionId: InteractionId, name: string): Promise<void> {
  const content = await customer.ask(getEsign, { interactionId });
  const open = content.fields.filter(({ readOnly }) => !readOnly);
  const hasField = (kind: EsignField['kind']) => open.some((field) => field.kind === kind);
  await customer.ask(
    sign,
    { interactionId },
    {
      revision: content.revision,
      documentSha256: content.document.sha256,
      values: Object.fromEntries(open.map((field) => [field.id, toValue(field, name)])),
      signature: hasField('signature') ? { kind: 'typed', text: name } : null,
      initials: hasField('initials') ? { kind: 'typed', text: toInitials(name) } : null,
      signingReason: null,
      reviewed: true,
    },
  );
}

function toValue(field: EsignField, name: string): FieldValue {
  switch (field.kind) {
    case 'signature':
    case 'initials':
      return { kind: 'applied' };
    case 'date':
      return { kind: 'date', date: new Date().toISOString().slice(0, 10) };
    case 'text':
      return { kind: 'text', text: field.id === 'name' ? name.toUpperCase() : 'Bristol' };
    case 'checkbox':
      return { kind: 'checkbox', checked: true };
  }
}

const toInitials = (name: string) =>
  name
    .split(' ')
    .map((word) => word.slice(0, 1))
    .join('');

export async function uploadTo(
  customer: CustomerClient,
  target: UploadMetadata,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<UploadId> {
  const metadata = Object.entries(target).map(([key, value]) => `${key} ${btoa(value)}`);
  const created = await customer.request(createUpload, {
    headers: {
      ...tus,
      'upload-length': String(bytes.length),
      'upload-metadata': metadata.join(','),
    },
  });
  const location = new URL(created.headers.get('location') ?? '', customer.origin);
  const uploadId = uploadIdSchema.parse(location.pathname.split('/').at(-1));
  await customer.request(appendToUpload, {
    params: { uploadId },
    headers: { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    body: bytes,
  });
  return uploadId;
}

/** Hands in whatever was uploaded. */
export async function submitPapers(customer: CustomerClient, interactionId: InteractionId): Promise<void> {
  const content: DocumentRequestContent = await customer.ask(getDocumentRequest, { interactionId });
  const items = content.items.map(({ id, files }) => [id, files.map((file) => file.id)] as const);
  await customer.ask(
    submitDocuments,
    { interactionId },
    {
      revision: content.revision,
      items: Object.fromEntries(items),
    },
  );
}

export async function answer(
  customer: CustomerClient,
  interactionId: InteractionId,
  answers: Readonly<Record<string, Answer>>,
): Promise<void> {
  const { revision } = await customer.ask(getWorkflow, { interactionId });
  await customer.ask(submitAnswers, { interactionId }, { revision, answers });
}

/** All the way through the sandbox provider's page. */
export async function pay(
  customer: CustomerClient,
  interactionId: InteractionId,
  outcome: 'paid' | 'declined' = 'paid',
): Promise<void> {
  const entry = await customer.ask(getEntry);
  const interaction = entry.kind === 'open' && entry.session.interactions.find(({ id }) => id === interactionId);
  if (!interaction) throw new Error(`Failed to pay: there is no payment ${interactionId} in this session.`);
  const { url } = await customer.ask(
    startCheckout,
    { interactionId },
    {
      revision: interaction.revision,
      returnUrl: `${customer.url}/paid/${interactionId}`,
    },
  );
  await customer.request(decideSandboxCheckout, {
    params: { checkoutId: new URL(url).pathname.split('/').at(-1) ?? '' },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `outcome=${outcome}`,
  });
  await customer.ask(settlePayment, { interactionId });
}
