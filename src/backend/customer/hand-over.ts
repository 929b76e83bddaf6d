/**
 * POST /api/esigns/:interactionId/hand-over and …/take-back: a customer says that somebody else has to sign, and thinks better of it
 * (decisions 038, 040). The other person is invited in the same commit; what the first had entered is kept for them alone.
 */
import { handOver, takeBack } from '#contract/endpoints/hand-over.ts';
import type { HandOverInput } from '#contract/hand-over.ts';
import { participantIdSchema } from '#contract/ids.ts';
import type { Policy } from '#contract/policy.ts';
import { isNotBegun, mayHandOver } from '#domain/hand-over.ts';
import { AppError } from '#backend/app-error.ts';
import { assertVisitor, readKey, type Visitor } from '#backend/http/caller.ts';
import { inputRoute } from '#backend/http/route.ts';
import { prepareLetter, withLetter } from '#backend/messages/prepare-letter.ts';
import { admit } from '#backend/session/admit.ts';
import { assertActionable, replaceInteraction } from '#backend/session/change-interaction.ts';
import { changeSession } from '#backend/session/change-session.ts';
import { deriveId, sha256Hex } from '#backend/session/hash.ts';
import { findHandOver, pushHandOver } from '#backend/session/hand-overs.ts';
import { findByContact, findParticipant, giveTo, toActor } from '#backend/session/participants.ts';
import { projectSession } from '#backend/session/project-session.ts';
import type { SessionRecord, StoredEsign, StoredParticipant } from '#backend/session/session-record.ts';
import { isPart } from '#backend/session/workflow-parts.ts';

export const handOverRoute = inputRoute(handOver, async ({ deps, request, params, input }) => {
  const visitor = await assertVisitor(deps, request);
  const { record, participant, policy, access } = visitor;
  const key = readKey(request);
  const { id } = findSeen(visitor, params['interactionId']);
  assertAllowed(input, policy);
  // Note: made from the key, so that a repeated request finds whom it invited the first time.
  const newId = participantIdSchema.parse(await deriveId(`${record.id} participant`, key));
  const meet = (current: SessionRecord) => {
    const contact = toContact(input);
    const known = findByContact(current, contact) ?? findParticipant(current, newId);
    if (known) return { record: current, participant: known };
    const { language } = participant;
    const {
      name,
      contact: { channel },
    } = input;
    return admit(current, { id: newId, name, ...contact, language, channel }, deps.now());
  };
  const met = meet(record);
  const letter = await prepareLetter(deps, met, policy);

  const changed = await changeSession(deps, {
    sessionId: record.id,
    actor: toActor(participant),
    key,
    intent: `hand-over:${id}:${await sha256Hex(JSON.stringify(input))}`,
    decide: (current) => {
      const esign = findSeen({ record: current, participant }, id);
      if (esign.participant !== participant.id) throw new AppError('not-actionable');
      assertActionable(esign, access, input.revision);
      if (!mayHandOver(esign, policy)) throw new AppError('not-actionable');
      const { record: joined, participant: to } = meet(current);
      if (to.id === participant.id) throw refuse(input, 'own');
      if (!letter) throw new AppError('channel-not-allowed');
      // Note: who it goes to was invited, or corrected, while the letter was written; looked at again, it is clear.
      if (to.id !== letter.participant.id || !letter.mayGo(joined)) throw new AppError('interaction-changed');
      const next = replaceInteraction(joined, give(esign, participant, to, input.note));
      const names = { from: participant.name, to: to.name };
      const handed = { kind: 'interaction-handed-over' as const, interaction: id, ...names };
      const invited = joined === current ? [] : [{ kind: 'participant-invited' as const, to: to.name }];
      const change = { record: next, facts: [...invited, handed] };
      return withLetter(change, letter, 'handed-over', deps.now(), participant.name);
    },
  });
  return projectSession(changed, participant, access);
});

const toContact = ({ contact }: HandOverInput): Pick<StoredParticipant, 'email' | 'phone'> =>
  contact.channel === 'email' ? { email: contact.email, phone: null } : { email: null, phone: contact.phone };

const refuse = ({ contact }: HandOverInput, message: string) =>
  new AppError('invalid-input', {
    fields: [{ path: `contact.${contact.channel === 'email' ? 'email' : 'phone'}`, message }],
  });

/** @throws `not-allowed`, `channel-not-allowed` */
function assertAllowed({ contact }: HandOverInput, { reassign, embeddedSession, textMessages }: Policy): void {
  if (!reassign.value) throw new AppError('not-allowed');
  const isOff = contact.channel === 'sms' && !textMessages.value;
  if (embeddedSession.value || isOff) throw new AppError('channel-not-allowed');
}

/** Whoever had it before finds what they had entered. */
function give(esign: StoredEsign, from: StoredParticipant, to: StoredParticipant, note: string): StoredEsign {
  const { status, draft } = findHandOver(esign, to) ?? { status: 'new', draft: null };
  return { ...giveTo(esign, from, to), status, draft, handedOver: pushHandOver(esign, from, note.trim()) };
}

export const takeBackRoute = inputRoute(takeBack, async ({ deps, request, params, input }) => {
  const visitor = await assertVisitor(deps, request);
  const { record, participant, access } = visitor;
  const { id } = findSeen(visitor, params['interactionId']);
  const changed = await changeSession(deps, {
    sessionId: record.id,
    actor: toActor(participant),
    key: readKey(request),
    intent: `take-back:${id}`,
    decide: (current) => {
      const esign = findSeen({ record: current, participant }, id);
      const own = findHandOver(esign, participant);
      if (!own || esign.participant === participant.id || !isNotBegun(esign)) throw new AppError('not-actionable');
      assertActionable(esign, access, input.revision);
      const from = findParticipant(current, esign.participant);
      const { status, draft, before } = own;
      const { handedOver: _, ...given } = giveTo(esign, from, participant);
      return {
        record: replaceInteraction(current, { ...given, status, draft, ...(before && { handedOver: before }) }),
        facts: [{ kind: 'interaction-taken-back', interaction: id, from: from?.name ?? '', to: participant.name }],
      };
    },
  });
  return projectSession(changed, participant, access);
});

/** Their own, or what they handed over. @throws `not-found` */
function findSeen(
  { record, participant }: Pick<Visitor, 'record' | 'participant'>,
  id: string | undefined,
): StoredEsign {
  const found = record.interactions.find((one) => one.id === id && !isPart(one));
  if (found?.kind === 'esign' && (found.participant === participant.id || findHandOver(found, participant)))
    return found;
  throw new AppError('not-found');
}
