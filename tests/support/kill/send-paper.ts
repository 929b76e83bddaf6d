/** A file in parts, resumed where the host says it stands, whatever became of the part before. */
import { appendToUpload, createUpload, getUploadOffset } from '#contract/endpoints/document-request.ts';
import type { StoredUpload } from '#backend/session/session-record.ts';
import { askEntry } from '#tests/support/kill/ask-entry.ts';
import { RefusedError } from '#tests/support/kill/call-host.ts';
import type { Customer, Stored } from '#tests/support/kill/customer.ts';

const tus = { 'tus-resumable': '1.0.0' };

/** Begins the upload once: the same key finds it again. */
async function begin(customer: Customer): Promise<void> {
  const metadata = { interactionId: customer.interactions.papers, itemId: 'payslip', filename: 'payslip.pdf' };
  const created = await customer.call(createUpload, {
    key: customer.key('upload'),
    headers: {
      ...tus,
      'upload-length': String(customer.paper.byteLength),
      'upload-metadata': Object.entries(metadata)
        .map(([name, value]) => `${name} ${btoa(value)}`)
        .join(','),
    },
  });
  Object.assign(customer, { upload: created.headers.get('location')?.split('/').at(-1) ?? '' });
}

export async function sendPaper(customer: Customer): Promise<void> {
  if (customer.upload === '') await begin(customer);
  const params = { uploadId: customer.upload };
  const head = await customer.call(getUploadOffset, { params, headers: tus }).catch(async (error: unknown) => {
    // Note: an answer to HEAD has no room for its reason, so somebody else is asked.
    if (error instanceof RefusedError) await askEntry(customer);
    throw error;
  });
  let offset = Number(head.headers.get('upload-offset'));
  while (offset < customer.paper.byteLength) {
    const part = customer.paper.slice(offset, offset + customer.random.between(5_000, 30_000));
    const headers = { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) };
    const answer = await customer.call(appendToUpload, { params, headers, body: part });
    offset = Number(answer.headers.get('upload-offset'));
    claimReached(customer, offset);
  }
}

function claimReached(customer: Customer, offset: number): void {
  const { upload } = customer;
  customer.claim(`${offset} bytes of the paper were received`, (stored) => {
    const papers = stored.record.interactions.find(({ kind }) => kind === 'document-request');
    if (papers?.status === 'under-review') return true;
    return listUploads(stored).some(({ id, offset: reached }) => String(id) === upload && reached >= offset);
  });
}

const listUploads = ({ record }: Stored): StoredUpload[] =>
  record.interactions.flatMap((interaction) => (interaction.kind === 'document-request' ? interaction.uploads : []));
