/** What must hold of everything that is stored, whatever happened: named is there, there is named, and the log tells all of it. */
import type { FileInfo } from '#contract/file.ts';
import type { SessionId } from '#contract/ids.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { fileKey, listFiles } from '#backend/session/files.ts';
import { sha256Hex } from '#backend/session/hash.ts';
import { isLogIntact, type LogEntry } from '#backend/session/session-log.ts';
import type {
  SessionRecord,
  StoredInteraction,
  StoredTransfer,
  StoredUpload,
} from '#backend/session/session-record.ts';

type Kept = Pick<BackendDeps, 'store' | 'blobs'>;

/** Sentences, one for everything that is wrong with these sessions; none when all is well. */
export async function findDisorder(kept: Kept, sessions: readonly SessionId[]): Promise<string[]> {
  const found = await Promise.all(sessions.map((id) => findSessionDisorder(kept, id)));
  return found.flat();
}

/** Blobs that no session names. `documents`: those that agents sent, named or not. */
export async function listUnnamedBlobs(
  { store, blobs }: Kept,
  sessions: readonly SessionId[],
  documents: readonly string[] = [],
): Promise<string[]> {
  const records = await Promise.all(sessions.map((id) => store.loadSession(id)));
  const named = new Set([...records.flatMap((record) => (record ? listNamed(record) : [])), ...documents]);
  const keys = await Promise.all(['file/', 'upload/', 'undecided/'].map((prefix) => blobs.list(prefix)));
  return keys.flat().filter((key) => !named.has(key));
}

const listNamed = (record: SessionRecord): string[] => [
  ...record.interactions.flatMap((interaction) => [
    ...listFiles(interaction).map(({ id }) => fileKey(id)),
    ...listUploads(interaction).flatMap((upload) => listParts(record, upload)),
  ]),
  ...(record.attachments ?? []).flatMap((attachment) => [
    ...(attachment.file ? [fileKey(attachment.file.id)] : []),
    ...listParts(record, attachment),
  ]),
];

const listUploads = (interaction: StoredInteraction): StoredUpload[] =>
  'uploads' in interaction ? (interaction.uploads ?? []) : [];

const listParts = (record: SessionRecord, upload: StoredTransfer): string[] =>
  upload.chunks.map((name) => `upload/${record.id}/${upload.id}/${name}`);

async function findSessionDisorder(kept: Kept, id: SessionId): Promise<string[]> {
  const record = await kept.store.loadSession(id);
  if (!record) return [`Session ${id} is lost.`];
  const log = await kept.store.readLog(id, 0, 100_000);
  const parts = await Promise.all(
    record.interactions.map(async (interaction) => [
      ...(await Promise.all(listFiles(interaction).map((file) => findFileDisorder(kept, file)))).flat(),
      ...(await Promise.all(listUploads(interaction).map((upload) => findUploadDisorder(kept, record, upload)))).flat(),
      ...findHalfDone(interaction, log),
    ]),
  );
  const isIntact = await isLogIntact(log, record.head);
  return [...(isIntact ? [] : [`The log of session ${id} is broken.`]), ...parts.flat()];
}

async function findFileDisorder({ blobs }: Kept, file: FileInfo): Promise<string[]> {
  const bytes = await blobs.get(fileKey(file.id));
  if (!bytes) return [`File ${file.id} is named and not there.`];
  const isItself = bytes.byteLength === file.size && (await sha256Hex(bytes)) === file.sha256;
  return isItself ? [] : [`File ${file.id} is not what was kept.`];
}

async function findUploadDisorder({ blobs }: Kept, record: SessionRecord, upload: StoredUpload): Promise<string[]> {
  if (upload.file !== null) return [];
  const parts = await Promise.all(listParts(record, upload).map((key) => blobs.get(key)));
  const size = parts.reduce((sum, part) => sum + (part?.byteLength ?? Number.NaN), 0);
  return size === upload.offset ? [] : [`Upload ${upload.id} says ${upload.offset} bytes and has ${size}.`];
}

/** Handed in means: with its files, and written into the log as often as it was handed in, which is once here. */
function findHalfDone(interaction: StoredInteraction, log: readonly LogEntry[]): string[] {
  const facts = log.flatMap(({ fact }) =>
    fact.kind === 'interaction-completed' && fact.interaction === interaction.id ? [fact] : [],
  );
  const isHandedIn = interaction.status === 'completed' || interaction.status === 'under-review';
  const [fact] = facts;
  if (!isHandedIn) return fact ? [`${interaction.kind} ${interaction.id} is in the log as done, and is not.`] : [];
  if (!fact || facts.length > 1) return [`${interaction.kind} ${interaction.id} is done ${facts.length} times.`];
  const isNamed = interaction.files.every(({ sha256 }) => fact.hashes.includes(sha256));
  const hasFiles = interaction.kind === 'workflow' || interaction.files.length > 0;
  return isNamed && hasFiles ? [] : [`${interaction.kind} ${interaction.id} is done without its files.`];
}
