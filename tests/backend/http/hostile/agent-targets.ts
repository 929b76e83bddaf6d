/** What agents write. */
import { base, json, keyed, type Targets, toBytes } from '#tests/backend/http/hostile/target.ts';
import { markup } from '#tests/backend/http/hostile/mutate-json.ts';
import { attachmentKey, type World } from '#tests/backend/http/hostile/start-world.ts';
import { agentCredential } from '#tests/support/create-test-backend.ts';
import { buildPng } from '#tests/support/build-picture.ts';
import { buildDocumentRequest, buildPayment, buildPdf, buildWorkflow } from '#tests/support/sample-interactions.ts';
import { buildSessionInput } from '#tests/support/start-session.ts';

const signatureField = {
  kind: 'signature',
  id: 'signature',
  label: 'Your signature',
  page: 0,
  box: { x: 0.1, y: 0.7, width: 0.4, height: 0.08 },
  required: true,
  readOnly: false,
  participant: 1,
} as const;
const esignOf = (document: string) => ({
  kind: 'esign',
  title: 'Loan',
  document,
  canDecline: true,
  fields: [signatureField],
});

export async function listAgentTargets(world: World): Promise<Targets> {
  const { own, other, late, ended, planned, document, office } = world;
  const [esign = '', papers = '', workflow = '', payment = '', handedIn = ''] = own.interactions;
  const logo = buildPng(8, 8);
  const bytes = { 'content-type': 'application/octet-stream' };
  const agent = { credential: agentCredential, strangers: [own.token, late.token] };
  const inSession = {
    ...agent,
    params: { sessionId: own.sessionId },
    foreign: [{ sessionId: ended.sessionId }, { sessionId: own.interactions[0] ?? '' }, { sessionId: 'nobodys' }],
  };
  const steered = (interactionId: string) => ({
    ...inSession,
    params: { sessionId: own.sessionId, interactionId },
    foreign: [
      { sessionId: other.sessionId, interactionId },
      { sessionId: own.sessionId, interactionId: other.interactions[0] ?? '' },
      { sessionId: ended.sessionId, interactionId },
    ],
  });
  return {
    startSession: {
      ...keyed,
      ...agent,
      headers: json,
      input: buildSessionInput({ interactions: [buildDocumentRequest(), buildWorkflow(), buildPayment()] }),
      wrong: [
        ...keyed.wrong,
        { input: buildSessionInput({ channel: null }) },
        { input: { ...buildSessionInput(), customer: { name: 'Nobody', email: null, phone: null } } },
        { input: buildSessionInput({ channel: 'sms', settings: { textMessages: false } }) },
        { input: { ...buildSessionInput(), interactions: [esignOf('nobodys-document')] } },
        { input: { ...buildSessionInput(), interactions: [esignOf(own.fileId)] } },
      ],
    },
    startPlannedSession: { ...keyed, ...inSession, params: { sessionId: planned.sessionId } },
    addDocument: {
      ...base,
      ...agent,
      headers: bytes,
      body: await buildPdf(),
      wrong: ['', 'Dear customer,', '%PDF-1.7', '<html>%PDF-1.7\n</html>'].map((text) => ({ body: toBytes(text) })),
    },
    addLogo: {
      ...base,
      ...agent,
      headers: bytes,
      body: logo,
      wrong: [
        ...['', 'GIF89a', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'RIFF\0\0\0\0WEBP'].map((text) => ({
          body: toBytes(text),
        })),
        { body: buildPng(10_000, 10_000) },
        { body: Uint8Array.from({ length: 500_001 }, (_, at) => logo[at] ?? 0) },
      ],
    },
    addInteraction: {
      ...keyed,
      ...inSession,
      headers: json,
      input: buildWorkflow(),
      wrong: [
        ...keyed.wrong,
        { input: esignOf('nobodys-document') },
        { input: esignOf(own.fileId) },
        { input: { ...esignOf(document), fields: [{ ...signatureField, page: 7 }] } },
        { input: { ...esignOf(document), fields: [signatureField, signatureField] } },
      ],
    },
    withdrawInteraction: { ...keyed, ...steered(esign), headers: json, input: { reason: 'Not needed' } },
    returnInteraction: {
      ...keyed,
      ...steered(handedIn),
      headers: json,
      input: { reason: 'Blurred', items: { payslip: 'Too dark' } },
      wrong: [
        ...keyed.wrong,
        { input: { reason: 'Blurred', items: { nothing: 'Too dark' } } },
        { input: { reason: 'Blurred', items: { [markup]: 'Too dark' } } },
        ...[esign, papers, workflow, payment].map((interactionId) => ({
          params: { sessionId: own.sessionId, interactionId },
        })),
      ],
    },
    acceptInteraction: {
      ...keyed,
      ...steered(handedIn),
      wrong: [
        ...keyed.wrong,
        ...[esign, papers].map((interactionId) => ({ params: { sessionId: own.sessionId, interactionId } })),
      ],
    },
    sendAgentMessage: {
      ...keyed,
      ...inSession,
      headers: json,
      input: { text: 'Hello' },
      wrong: [own.uploadId, own.attachmentId, own.fileId, 'nobodys'].map((id) => ({
        input: { text: 'Hello', attachments: [id] },
      })),
    },
    addAttachment: {
      ...base,
      ...inSession,
      needsKey: true,
      headers: bytes,
      query: '?name=terms.pdf',
      body: await buildPdf(),
      wrong: [
        { headers: { 'idempotency-key': attachmentKey } },
        ...['', '?name=', '?name=%20', `?name=${'x'.repeat(256)}`].map((query) => ({ query })),
        ...['', 'Dear customer,', '<html>%PDF-1.7</html>'].map((text) => ({ body: toBytes(text) })),
      ],
    },
    signalAgentTyping: { ...base, ...inSession, wrong: [] },
    endSession: { ...keyed, ...inSession, foreign: [{ sessionId: 'nobodys' }, { sessionId: esign }] },
    renameInteraction: { ...keyed, ...steered(esign), headers: json, input: { title: 'Another title' } },
    resendInvitation: { ...keyed, ...inSession },
    reengage: {
      ...keyed,
      ...inSession,
      headers: json,
      input: { customer: { name: 'Cleo', email: 'cleo@example.org', phone: null }, channel: 'email' },
      wrong: [
        ...keyed.wrong,
        { input: { customer: { name: 'Cleo', email: null, phone: null }, channel: 'email' } },
        { input: { customer: { name: 'Cleo', email: 'cleo@example.org', phone: null }, channel: null } },
      ],
    },
    revokeLinks: { ...keyed, ...inSession, foreign: [{ sessionId: 'nobodys' }, { sessionId: esign }] },
    changePlan: {
      ...keyed,
      ...inSession,
      params: { sessionId: planned.sessionId },
      headers: json,
      input: {
        customer: { name: 'Cleo', email: 'cleo@example.org', phone: null, language: 'pl' },
        channel: 'email',
      },
      wrong: [
        ...keyed.wrong,
        { input: { customer: { name: 'Cleo', email: null, phone: null, language: 'en' }, channel: 'email' } },
      ],
    },
    cancelPlan: { ...keyed, ...inSession, params: { sessionId: planned.sessionId } },
    reopenSession: { ...keyed, ...inSession, foreign: [{ sessionId: 'nobodys' }, { sessionId: esign }] },
    reassignSession: {
      ...keyed,
      ...inSession,
      headers: json,
      foreign: [{ sessionId: 'nobodys' }, { sessionId: esign }],
      input: { agent: office.newcomer.id },
      wrong: [...keyed.wrong, { input: { agent: 'nobodys' } }, { input: { agent: office.key.id } }],
    },
    reportActivity: { ...base, ...agent, headers: json, input: { idleFor: 0 }, wrong: [{ input: { idleFor: -1 } }] },
    setPresence: { ...base, ...agent, headers: json, input: { connected: true } },
    saveSystemSettings: {
      ...base,
      ...agent,
      headers: json,
      input: {
        version: 0,
        settings: { autoOpen: true, consent: { on: true, text: 'May we?' }, signingReasons: ['I agree'] },
      },
      wrong: [
        { input: { version: 0, settings: { autoOpen: true, surprise: true } } },
        { input: { version: 0, settings: { [markup]: true } } },
        { input: { autoOpen: true } },
      ],
    },
    saveTeamSettings: {
      ...base,
      ...agent,
      headers: json,
      params: { teamId: 'team-1' },
      foreign: [{ teamId: 'a b' }, { teamId: 'x'.repeat(65) }, { teamId: 'team:1' }],
      input: {
        version: 0,
        settings: { endAccess: { level: 'full-until', days: 3 }, branding: { companyName: 'Nord Bank' } },
      },
      wrong: [{ input: { version: 0, settings: { endAccess: { level: 'full' }, surprise: 1 } } }],
    },
  };
}
