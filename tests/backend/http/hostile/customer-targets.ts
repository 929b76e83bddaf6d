/** What customers write, and the page of the sandbox provider. */
import { getEntry } from '#contract/endpoints/entry.ts';
import { base, json, keyed, type Targets, toBytes } from '#tests/backend/http/hostile/target.ts';
import { markup } from '#tests/backend/http/hostile/mutate-json.ts';
import { toUploadHeaders } from '#tests/backend/http/hostile/mutate-upload.ts';
import { upload, uploadKey, type World } from '#tests/backend/http/hostile/start-world.ts';
import { pdfBytes } from '#tests/backend/uploads/tus-customer.ts';
import { agentCredential } from '#tests/support/create-test-backend.ts';

export async function listCustomerTargets(world: World): Promise<Targets> {
  const { own, other, asked, late, revoked, ended, document } = world;
  const [esign = '', papers = '', workflow = '', payment = '', handedIn = '', fileQuestion = ''] = own.interactions;
  const dead = [revoked.token, ended.token, late.token, agentCredential];

  const customer = { credential: own.token, strangers: [...dead, asked.token] };
  /** What only this customer has: to everybody else it is not there. */
  const mine = (kind: string) => ({
    ...customer,
    strangers: [...dead, asked.token, other.token],
    params: { interactionId: kind },
    foreign: [...own.interactions, ...other.interactions, handedIn]
      .filter((id) => id !== kind)
      .map((interactionId) => ({ interactionId })),
  });
  const stale = (input: object) => [0, 2, -1].map((revision) => ({ input: { ...input, revision } }));
  const draft = { writer: 'tab-number-1', revision: 0, takeOver: false };
  const signing = {
    revision: 1,
    documentSha256: await sha256OfDocument(world),
    values: { signature: { kind: 'applied' } },
    signature: { kind: 'drawn', strokes: [[...Array(12).keys()].map((at) => [at / 12, at % 2])], aspect: 3 },
    initials: null,
    signingReason: null,
    reviewed: true,
  };
  const submission = { revision: 1, items: { payslip: [own.fileId] } };
  const checkout = { revision: 1, returnUrl: own.returnUrl };

  return {
    submitDocuments: {
      ...keyed,
      ...mine(papers),
      headers: json,
      input: submission,
      wrong: [
        ...keyed.wrong,
        ...stale(submission),
        { input: { revision: 1, items: {} } },
        { input: { revision: 1, items: { payslip: [] } } },
        { input: { revision: 1, items: { payslip: [own.fileId, own.fileId] } } },
        { input: { revision: 1, items: { payslip: [other.fileId] } } },
        { input: { revision: 1, items: { payslip: [own.handedInFileId] } } },
        { input: { revision: 1, items: { payslip: [own.fileId], another: [] } } },
      ],
    },
    createFileTicket: {
      ...base,
      ...customer,
      strangers: [...dead, other.token, asked.token],
      params: { fileId: own.fileId },
      foreign: [{ fileId: other.fileId }, { fileId: own.uploadId }, { fileId: own.attachmentId }, { fileId: papers }],
    },
    removeFile: {
      ...base,
      ...mine(papers),
      params: { interactionId: papers, fileId: own.fileId },
      foreign: [
        { interactionId: papers, fileId: other.fileId },
        { interactionId: papers, fileId: own.handedInFileId },
        { interactionId: handedIn, fileId: own.handedInFileId },
        { interactionId: esign, fileId: document },
        { interactionId: other.interactions[1] ?? '', fileId: other.fileId },
      ],
    },
    removeAnswerFile: {
      ...base,
      ...mine(fileQuestion),
      params: { interactionId: fileQuestion, fileId: own.answerFileId },
      foreign: [
        { interactionId: fileQuestion, fileId: other.answerFileId },
        { interactionId: fileQuestion, fileId: own.fileId },
        { interactionId: papers, fileId: own.fileId },
        { interactionId: other.interactions[5] ?? '', fileId: other.answerFileId },
      ],
    },
    createUpload: {
      ...base,
      ...customer,
      strangers: [...dead, other.token],
      needsKey: true,
      headers: toUploadHeaders({ interactionId: papers, itemId: 'payslip', filename: 'scan.pdf' }, 10),
      wrong: [
        { interactionId: esign },
        { interactionId: handedIn },
        { interactionId: other.interactions[1] ?? '' },
        { itemId: 'another' },
        { itemId: '__proto__' },
        { filename: ' ' },
        { filename: 'x'.repeat(256) },
        { purpose: 'another' },
        { purpose: 'message', filename: '' },
      ]
        .map((change) =>
          toUploadHeaders({ interactionId: papers, itemId: 'payslip', filename: 'scan.pdf', ...change }, 10),
        )
        .concat(toUploadHeaders({ interactionId: papers, itemId: 'payslip', filename: 'scan.pdf' }, 5_000_001), {
          ...toUploadHeaders({ interactionId: papers, itemId: 'payslip', filename: upload.name }, upload.length + 1),
          'idempotency-key': uploadKey,
        })
        .map((headers) => ({ headers })),
    },
    appendToUpload: {
      ...base,
      ...customer,
      strangers: [...dead, other.token],
      params: { uploadId: own.uploadId },
      foreign: [{ uploadId: other.uploadId }, { uploadId: own.fileId }, { uploadId: papers }],
      headers: {
        'tus-resumable': '1.0.0',
        'content-type': 'application/offset+octet-stream',
        'upload-offset': String(upload.received),
      },
      body: pdfBytes(upload.length - upload.received - 1),
      wrong: [
        ...[0, 3, 5, upload.length].map((offset) => ({ headers: { 'upload-offset': String(offset) } })),
        { body: pdfBytes(upload.length - upload.received + 1) },
        { body: pdfBytes(2_000_000) },
      ],
    },
    endUpload: {
      ...base,
      ...customer,
      strangers: [...dead, other.token],
      headers: { 'tus-resumable': '1.0.0' },
      params: { uploadId: own.uploadId },
      foreign: [{ uploadId: other.uploadId }, { uploadId: own.fileId }],
    },
    giveConsent: {
      ...keyed,
      credential: asked.token,
      strangers: dead,
      headers: json,
      input: { decision: 'agree', revision: await readConsentRevision(world) },
      wrong: [...keyed.wrong, { input: { decision: 'agree', revision: 'an-older-text' } }],
    },
    requestNewLink: {
      ...keyed,
      credential: late.token,
      strangers: [revoked.token, ended.token, own.token, asked.token, agentCredential],
    },
    saveEsignDraft: {
      ...base,
      ...mine(esign),
      headers: json,
      input: { ...draft, content: { values: { signature: { kind: 'applied' } } } },
    },
    sign: {
      ...keyed,
      ...mine(esign),
      headers: json,
      input: signing,
      wrong: [
        ...keyed.wrong,
        ...stale(signing),
        { input: { ...signing, documentSha256: '0'.repeat(64) } },
        { input: { ...signing, values: {} } },
        { input: { ...signing, values: { [markup]: { kind: 'applied' } } } },
        { input: { ...signing, values: { ...signing.values, another: { kind: 'applied' } } } },
        { input: { ...signing, values: { signature: { kind: 'text', text: 'Cleo' } } } },
        { input: { ...signing, signature: null } },
        { input: { ...signing, signature: { ...signing.signature, strokes: [[[0.5, 0.5]]] } } },
        { input: { ...signing, signature: { kind: 'typed', text: '\u202e' } } },
      ],
    },
    decline: {
      ...keyed,
      ...mine(esign),
      headers: json,
      input: { revision: 1, reason: 'No' },
      wrong: [...keyed.wrong, ...stale({ reason: 'No' })],
    },
    signalTyping: { ...base, ...customer },
    sendMessage: {
      ...keyed,
      ...customer,
      headers: json,
      input: { text: 'Hello', attachments: [own.attachmentId] },
      wrong: [
        ...keyed.wrong,
        ...[
          [own.attachmentId, own.attachmentId],
          [other.attachmentId],
          [own.uploadId],
          [own.fileId],
          Array(6).fill(own.attachmentId),
        ].map((attachments) => ({ input: { text: 'Hello', attachments } })),
        { input: { text: ' ', attachments: [] } },
      ],
    },
    startCheckout: {
      ...base,
      ...mine(payment),
      headers: json,
      input: checkout,
      wrong: [
        ...stale(checkout),
        ...[
          'https://evil.example/s/',
          other.returnUrl,
          'javascript:alert(1)',
          'http://room.test/',
          'http://room.test@evil.example/s/',
        ].map((returnUrl) => ({ input: { ...checkout, returnUrl } })),
        { input: { ...checkout, returnUrl: own.returnUrl.replace('http:', 'https:') } },
        { input: { ...checkout, returnUrl: own.returnUrl.replace(own.token, `${own.token}/../${other.token}`) } },
      ],
    },
    settlePayment: { ...base, ...mine(payment) },
    decideSandboxCheckout: {
      ...base,
      credential: null,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      params: { checkoutId: own.checkoutId },
      foreign: [{ checkoutId: payment }, { checkoutId: own.sessionId }],
      body: toBytes('outcome=cancelled'),
      wrong: [
        '',
        'outcome',
        'outcome=',
        'outcome=PAID',
        'Outcome=paid',
        'outcome=%00paid',
        'outcome=pending',
        `outcome=${'x'.repeat(2_000)}`,
        '{"outcome":"paid"}',
      ].map((text) => ({ body: toBytes(text) })),
    },
    saveWorkflowDraft: {
      ...base,
      ...mine(workflow),
      headers: json,
      input: { ...draft, content: { answers: { employer: 'Nord Bank' }, step: 'work' } },
      wrong: [{ input: { ...draft, content: { answers: {}, step: 'nowhere' } } }],
    },
    submitAnswers: {
      ...keyed,
      ...mine(workflow),
      headers: json,
      input: { revision: 1, answers: { employer: 'Nord Bank' } },
      wrong: [
        ...keyed.wrong,
        ...stale({ answers: { employer: 'Nord Bank' } }),
        { input: { revision: 1, answers: {} } },
        { input: { revision: 1, answers: { [markup]: 'Nord Bank' } } },
        { input: { revision: 1, answers: { employer: 4 } } },
        { input: { revision: 1, answers: { employer: 'x'.repeat(101) } } },
      ],
    },
  };
}

async function sha256OfDocument({ deps, own }: World): Promise<string> {
  const [esign] = (await deps.store.loadSession(own.sessionId))?.interactions ?? [];
  return esign?.kind === 'esign' ? esign.document.sha256 : '';
}

async function readConsentRevision({ asked }: World): Promise<string> {
  const entry = getEntry.output.parse(await (await asked.customer(getEntry)).json());
  return entry.kind === 'consent' ? entry.consent.revision : '';
}
