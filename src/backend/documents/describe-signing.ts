/**
 * What the audit page says about one signing. It is part of the evidence, so it is written in one language and in UTC, and
 * it names the session's log as it stood: the log is hash-chained and holds the same facts.
 */
import type { EsignField, Mark, SignInput } from '#contract/esign.ts';
import type { Policy } from '#contract/policy.ts';
import { resolveFieldValue, resolveSigningMode, type SigningMode } from '#domain/esign-fields.ts';
import type { AuditSection } from '#backend/documents/audit-page.ts';
import { toInstant } from '#backend/session/project-session.ts';
import type { SessionRecord, StoredEsign, StoredParticipant } from '#backend/session/session-record.ts';

type Signing = {
  record: SessionRecord;
  participant: StoredParticipant;
  esign: StoredEsign;
  /** This participant's. */
  fields: readonly EsignField[];
  policy: Policy;
  input: SignInput;
  now: number;
};
type Row = AuditSection['rows'][number];

const acts: Readonly<Record<SigningMode, string>> = {
  sign: 'Signed',
  approve: 'Approved',
  confirm: 'Confirmed',
};

export function describeSigning(signing: Signing): { title: string; sections: AuditSection[] } {
  return {
    title: 'Signing record',
    sections: [
      { title: 'Document', rows: describeDocument(signing) },
      { title: 'Person', rows: describePerson(signing) },
      { title: 'What was done', rows: describeAct(signing) },
      { title: 'Proof', rows: describeProof(signing) },
    ],
  };
}

const row = (label: string, value: string): Row => ({ label, value });
const rowIf = (label: string, value: string | null | undefined): Row[] => (value ? [row(label, value)] : []);

const describeDocument = ({ esign, record, policy }: Signing): Row[] => [
  row('Title', esign.title),
  row('Pages', String(esign.document.pages)),
  row('SHA-256 before', esign.document.sha256),
  row('Size before', `${esign.document.size} bytes, kept unchanged at the beginning of this file`),
  ...rowIf('Business', policy.branding.companyName.value),
  ...rowIf('Sent by', record.agent?.name),
];

const describePerson = ({ participant }: Signing): Row[] => [
  row('Name', participant.name),
  ...rowIf('Email', participant.email),
  ...rowIf('Phone', participant.phone),
  row('Identified by', 'Personal link'),
];

function describeAct(signing: Signing): Row[] {
  const { fields, input, now, policy } = signing;
  return [
    row(acts[resolveSigningMode(fields)], toInstant(now)),
    ...rowIf('Signature', describeMark('signature', signing)),
    ...rowIf('Initials', describeMark('initials', signing)),
    ...rowIf('Reason for signing', policy.signingReasons.value.length > 0 ? input.signingReason : null),
    ...(policy.requireReview.value ? [row('Read', 'The end of the document was reached before signing')] : []),
    row('Consent', describeConsent(signing)),
  ];
}

function describeMark(kind: 'signature' | 'initials', { fields, input }: Signing): string | null {
  const mark: Mark | null = input[kind];
  const places = fields.filter((field) => field.kind === kind && resolveFieldValue(field, input.values) !== null);
  if (!mark || places.length === 0) return null;
  const how = mark.kind === 'drawn' ? 'Drawn by hand' : `Typed: ${mark.text}`;
  return places.length === 1 ? `${how}, in 1 place` : `${how}, in ${places.length} places`;
}

function describeConsent({ record, participant, policy }: Signing): string {
  const given = record.consents.findLast(
    (consent) => consent.participant === participant.id && consent.decision === 'agree',
  );
  if (!given) return policy.consent.value ? 'Not recorded' : 'Not asked for';
  return `Given ${toInstant(given.at)}, text ${given.revision}`;
}

const describeProof = ({ record, esign, input }: Signing): Row[] => [
  row('Session', record.id),
  row('Task', `${esign.id}, revision ${input.revision}`),
  row('Log before', `entry ${record.head.seq}, ${record.head.hash}`),
];
