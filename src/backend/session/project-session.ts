/**
 * What one participant may see of a session. Everything that leaves the backend about a session goes through here, and is parsed by the
 * contract once more where it leaves (`http/route.ts`, the feed).
 */
import type { Interaction } from '#contract/interaction.ts';
import type { Message } from '#contract/message.ts';
import { messageSchema } from '#contract/message.ts';
import type { Session, SessionPart } from '#contract/session.ts';
import { isNotBegun } from '#domain/hand-over.ts';
import { findHandOver } from '#backend/session/hand-overs.ts';
import { findParticipant, isSeenBy } from '#backend/session/participants.ts';
import type { LogEntry } from '#backend/session/session-log.ts';
import type { SessionRecord, StoredInteraction, StoredParticipant } from '#backend/session/session-record.ts';
import { isPart, listParts } from '#backend/session/workflow-parts.ts';

export const toInstant = (at: number) => new Date(at).toISOString();

export function projectSession(
  record: SessionRecord,
  participant: StoredParticipant,
  access: 'full' | 'limited',
): Session {
  return {
    id: record.id,
    seq: record.head.seq,
    state: record.state === 'ended' ? 'ended' : 'open',
    access,
    agentName: record.agent?.name ?? null,
    startedAt: toInstant(record.startedAt),
    you: participant.id,
    participants: record.participants.map(({ id, number, name, role }) => ({ id, number, name, role })),
    interactions: record.interactions
      .filter((interaction) => isSeenBy(interaction, participant))
      .map((interaction) =>
        interaction.participant === participant.id
          ? projectOwn(interaction, record)
          : projectOthers(interaction, record, participant),
      ),
    ...projectParts(record, participant),
  };
}

function projectParts(record: SessionRecord, { id }: StoredParticipant): { parts?: SessionPart[] } {
  const own = record.interactions.filter(isPart).filter(({ participant }) => participant === id);
  if (own.length === 0) return {};
  return { parts: own.map((part) => ({ ...part.partOf, task: projectInteraction(part, record) })) };
}

const readName = (record: SessionRecord, id: string) => findParticipant(record, id)?.name ?? '';

function projectOwn(interaction: StoredInteraction, record: SessionRecord): Interaction {
  const own = projectInteraction(interaction, record);
  if (interaction.kind !== 'esign' || !interaction.handedOver) return own;
  const { by, note } = interaction.handedOver;
  return { ...own, handedOverBy: { name: readName(record, by), note } };
}

const waiting: Readonly<Partial<Record<StoredInteraction['status'], true>>> = {
  new: true,
  'in-progress': true,
  returned: true,
};

/** Whose it is, and whether it is done: what they handed in, and what was said to them about it, is theirs. */
function projectOthers(
  interaction: StoredInteraction,
  record: SessionRecord,
  participant: Pick<StoredParticipant, 'id'>,
): Interaction {
  const others = projectInteraction(interaction, record);
  return {
    ...others,
    status: waiting[interaction.status] ? 'waiting-for-others' : interaction.status,
    reason: null,
    files: [],
    ...(others.kind === 'payment' && { lastAttempt: null }),
    heldBy: {
      name: readName(record, interaction.participant),
      canTakeBack:
        findHandOver(interaction, participant) !== undefined && record.state === 'open' && isNotBegun(interaction),
    },
  };
}

function projectInteraction(interaction: StoredInteraction, record: SessionRecord): Interaction {
  const { id, title, status, revision, reason } = interaction;
  const inParts = interaction.kind === 'workflow' ? listParts(record, interaction).flatMap(({ files }) => files) : [];
  const common = {
    id,
    title,
    status,
    revision,
    reason,
    files: [...interaction.files, ...inParts],
    addedAt: toInstant(interaction.addedAt),
    closedAt: interaction.closedAt === null ? null : toInstant(interaction.closedAt),
  };
  if (interaction.kind !== 'payment') return { ...common, kind: interaction.kind };
  const { amount, purpose, lastAttempt } = interaction;
  return { ...common, kind: 'payment', amount, purpose, lastAttempt };
}

/** A log entry as a chat message; null for everything else. */
export function projectMessage({ seq, at, actor, fact }: LogEntry): Message | null {
  if (fact.kind !== 'message-sent' || actor.kind === 'system') return null;
  return messageSchema.parse({
    id: fact.message,
    seq,
    from: actor.kind,
    authorName: actor.name,
    participant: actor.participant,
    text: fact.text,
    attachments: fact.attachments ?? [],
    sentAt: toInstant(at),
    key: fact.key,
  });
}
