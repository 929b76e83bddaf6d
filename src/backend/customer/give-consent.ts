/** POST /api/consent: the customer's decision, kept with the revision of the text that was read. Answers with the entry. */
import { giveConsent } from '#contract/endpoints/entry.ts';
import { AppError } from '#backend/app-error.ts';
import { resolveEntry } from '#backend/customer/enter.ts';
import { findLinkHolder, readKey } from '#backend/http/caller.ts';
import { inputRoute } from '#backend/http/route.ts';
import { changeSession } from '#backend/session/change-session.ts';
import { toActor } from '#backend/session/participants.ts';
import { resolveRecordGate } from '#backend/session/resolve-record-gate.ts';

export const giveConsentRoute = inputRoute(giveConsent, async ({ deps, request, input }) => {
  const key = readKey(request);
  const holder = await findLinkHolder(deps, request);
  const { gate, consentRevision } = await resolveRecordGate(deps, holder, 'visiting');
  if (gate.kind === 'cannot-enter') throw new AppError(gate.code);
  if (gate.kind === 'open') return resolveEntry(deps, holder, 'visiting');
  if (input.revision !== consentRevision) throw new AppError('interaction-changed');

  const { participant } = holder;
  const record = await changeSession(deps, {
    sessionId: holder.record.id,
    actor: toActor(participant),
    key,
    intent: `consent:${input.decision}`,
    decide: (current) => ({
      record: {
        ...current,
        consents: [...current.consents, { participant: participant.id, ...input, at: deps.now() }],
      },
      facts: [
        {
          kind: input.decision === 'agree' ? 'consent-given' : 'consent-refused',
          revision: input.revision,
        },
      ],
    }),
  });
  return resolveEntry(deps, { ...holder, record }, 'visiting');
});
