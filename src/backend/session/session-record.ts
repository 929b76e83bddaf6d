/**
 * One session as it is stored: a single aggregate, read and committed whole (architecture rule 5). What a participant may
 * see of it is decided in `project-session.ts`; everything that happened is in the log beside it.
 */
import type { RequestedItem } from '#contract/document-request.ts';
import type { EsignDraft, EsignField } from '#contract/esign.ts';
import type { FileInfo } from '#contract/file.ts';
import type {
  AgentId,
  FileId,
  InteractionId,
  MessageId,
  ParticipantId,
  PartId,
  SessionId,
  TeamId,
  UploadId,
} from '#contract/ids.ts';
import type { InteractionStatus } from '#contract/interaction.ts';
import type { Language } from '#contract/language.ts';
import type { Money } from '#contract/scalars.ts';
import type { EngagementChannel } from '#contract/session.ts';
import type { SettingsLevel } from '#contract/settings.ts';
import type { Answers, SettledSteps, WorkflowDefinition, WorkflowDraft } from '#contract/workflow.ts';
import type { LogHead } from '#backend/session/session-log.ts';

export type StoredDraft<Content> = {
  revision: number;
  writer: string;
  savedAt: number;
  content: Content;
};

type StoredCommon = {
  id: InteractionId;
  /** Whose it is now. */
  participant: ParticipantId;
  title: string;
  status: InteractionStatus;
  revision: number;
  addedAt: number;
  closedAt: number | null;
  reason: string | null;
  files: FileInfo[];
  /** Of a task that is a step of a workflow. It has an id and a log as any other, and is nothing besides its workflow (`workflow-parts.ts`). */
  partOf?: { workflow: InteractionId; step: PartId };
};

export type StoredEsign = StoredCommon & {
  kind: 'esign';
  document: FileInfo & { pages: number };
  fields: EsignField[];
  canDecline: boolean;
  draft: StoredDraft<EsignDraft> | null;
  handedOver?: StoredHandOver;
};

/** Who said that somebody else has to do it, and how far they had come: theirs alone, and there again when they take it back. */
export type StoredHandOver = {
  by: ParticipantId;
  note: string;
  status: InteractionStatus;
  draft: StoredDraft<EsignDraft> | null;
  /** By whom it came to them; absent: it was asked of them. */
  before?: StoredHandOver;
};

export type StoredItem = RequestedItem & { returnedReason: string | null; files: FileInfo[] };
/** A file on its way. */
export type StoredTransfer = {
  id: UploadId;
  name: string;
  /** Bytes announced and bytes received. */
  length: number;
  offset: number;
  createdAt: number;
  /** Blobs of what was received, in order. Named here, so that a chunk that lost a race is never put in. */
  chunks: string[];
};
export type StoredUpload = StoredTransfer & {
  /** Of a document request, or the question of a workflow. */
  item: PartId;
  /** The file it became; null while unfinished. */
  file: FileId | null;
};
/** A file for a message: on its way, waiting to be sent, or sent. */
export type StoredAttachment = StoredTransfer & {
  /** Who brought it; null: the business. */
  participant: ParticipantId | null;
  /** Null while unfinished. */
  file: FileInfo | null;
  /** Null until it is sent; then whoever reads the message may have it. */
  message: MessageId | null;
};
export type StoredDocumentRequest = StoredCommon & {
  kind: 'document-request';
  items: StoredItem[];
  uploads: StoredUpload[];
};

export type StoredWorkflow = StoredCommon & {
  kind: 'workflow';
  definition: WorkflowDefinition;
  draft: StoredDraft<WorkflowDraft> | null;
  /** As submitted: only of steps that were reached. */
  answers: Answers | null;
  /** What was added to its questions for files, by field. This and `uploads` are absent in what was stored before there were any. */
  added?: Readonly<Record<string, FileInfo[]>>;
  uploads?: StoredUpload[];
  /** Absent until something final happened in one of its steps. */
  settled?: SettledSteps;
};

export type StoredPayment = StoredCommon & {
  kind: 'payment';
  amount: Money;
  purpose: string;
  lastAttempt: 'declined' | 'cancelled' | 'failed' | null;
  /** The provider's checkout that is open or was the latest; `returnHash`: SHA-256 of the page it leads back to. */
  checkout: { id: string; url: string; returnHash: string; settled: boolean } | null;
};

export type StoredInteraction = StoredEsign | StoredDocumentRequest | StoredWorkflow | StoredPayment;

export type StoredParticipant = {
  id: ParticipantId;
  number: number;
  name: string;
  role: 'primary' | 'invited';
  email: string | null;
  phone: string | null;
  /** What messages to them are written in. */
  language: Language;
  /** Of whoever was invited besides; of the customer the session itself says it. */
  invited?: StoredInvitation;
};

/** How one participant is reached: where messages go, when they last asked for a link, what they heard from us. */
export type StoredReach = {
  channel: EngagementChannel | null;
  newLinkSentAt: number | null;
  outreach: StoredOutreach;
};

/** `since`: the log's number when they were invited; what was written before is not theirs to read. */
export type StoredInvitation = StoredReach & { since: number };

export type StoredLink = {
  tokenHash: string;
  participant: ParticipantId;
  createdAt: number;
  expiresAt: number;
  /** A revoked link is unknown from then on. */
  revokedAt: number | null;
};

/** A link to one file for whoever follows it, until it is over or used up; it works no longer than the customer's link does. */
export type StoredTicket = {
  secretHash: string;
  file: FileId;
  /** The customer's link that it was made with. */
  linkHash: string;
  expiresAt: number;
  usesLeft: number;
};

export type StoredConsent = {
  participant: ParticipantId;
  decision: 'agree' | 'disagree';
  revision: string;
  at: number;
};

/** What the customer heard from us outside the room, and what they have not seen yet (`messages/outreach.ts`). Times in milliseconds. */
export type StoredOutreach = {
  /** When they last heard from us or did something. */
  lastContactAt: number;
  /** Reminders sent since the business last asked for something. */
  reminders: number;
  /** The oldest news that they were not there for; null = none. */
  newsAt: number | null;
  /** When they were last told of news. */
  noticeAt: number | null;
};

/** What is said of how somebody is reached is the customer's. */
export type SessionRecord = StoredReach & {
  id: SessionId;
  version: number;
  team: TeamId;
  settings: SettingsLevel;
  agent: { id: AgentId; name: string } | null;
  participants: StoredParticipant[];
  links: StoredLink[];
  /** Absent in what was stored before there were any. */
  tickets?: StoredTicket[];
  consents: StoredConsent[];
  /** `planned`: prepared, and nobody was told of it or let in yet. */
  state: 'planned' | 'open' | 'ended';
  startedAt: number;
  endedAt: number | null;
  interactions: StoredInteraction[];
  /** Absent in what was stored before there were any. */
  attachments?: StoredAttachment[];
  /** Idempotency keys already used, newest last, with what they were used for. */
  /** Of what was planned for a customer whose earlier session was opened again in its place. */
  continuedAs?: SessionId;
  appliedKeys: { key: string; intent: string }[];
  head: LogHead;
};
