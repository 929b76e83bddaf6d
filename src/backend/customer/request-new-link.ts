/** POST /api/new-link: sends a fresh link over the engagement channel. The old one stays as dead as it was. */
import { requestNewLink } from '#contract/endpoints/entry.ts';
import { AppError } from '#backend/app-error.ts';
import { findLinkHolder, readKey } from '#backend/http/caller.ts';
import { readLanguage } from '#backend/http/read-language.ts';
import { route } from '#backend/http/route.ts';
import { resolveNewLinkOffer } from '#backend/messages/new-link.ts';
import { prepareLetter, withLetter } from '#backend/messages/prepare-letter.ts';
import { changeSession } from '#backend/session/change-session.ts';
import { changeReach, replaceParticipant, toActor } from '#backend/session/participants.ts';
import { resolveRecordGate } from '#backend/session/resolve-record-gate.ts';

export const requestNewLinkRoute = route(requestNewLink, async ({ deps, request }) => {
  const key = readKey(request);
  const holder = await findLinkHolder(deps, request);
  const { policy, gate } = await resolveRecordGate(deps, holder, 'entering');
  if (gate.kind !== 'cannot-enter') throw new AppError('not-allowed');
  if (gate.code !== 'link-expired') throw new AppError(gate.code);
  // Note: whoever asks reads the page in their language, and is written to in it from now on.
  const participant = { ...holder.participant, language: readLanguage(request) ?? holder.participant.language };
  const letter = await prepareLetter(deps, { ...holder, participant }, policy);
  if (!letter) throw new AppError('channel-not-allowed');

  const record = await changeSession(deps, {
    sessionId: holder.record.id,
    actor: toActor(participant),
    key,
    intent: 'new-link',
    decide: (current) => {
      const now = deps.now();
      const offer = resolveNewLinkOffer({ ...holder, record: current }, policy, now);
      if (offer && offer.coolDown > 0) throw new AppError('too-soon', { retryAfter: offer.coolDown });
      const { id, language } = participant;
      // Note: nothing but the language. An agent may have corrected the contact meanwhile.
      const next = replaceParticipant(current, id, (one) => ({ ...one, language }));
      return withLetter(
        { record: changeReach(next, { id }, { newLinkSentAt: now }), facts: [] },
        letter,
        'new-link',
        now,
      );
    },
  });
  const offer = resolveNewLinkOffer({ ...holder, record }, policy, deps.now());
  if (!offer) throw new AppError('channel-not-allowed');
  return offer;
});
