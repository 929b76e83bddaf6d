/** POST …/interactions/:interactionId/assign: what nobody has begun is asked of another participant, who hears of it as of any news. */
import { assignInteraction } from '#contract/endpoints/participation.ts';
import { isNotBegun } from '#domain/hand-over.ts';
import { AppError } from '#backend/app-error.ts';
import { steer } from '#backend/agent/steer-session.ts';
import { agentInputRoute } from '#backend/http/route.ts';
import { findParticipant, giveTo } from '#backend/session/participants.ts';
import type { StoredInteraction } from '#backend/session/session-record.ts';

export const assignInteractionRoute = agentInputRoute(assignInteraction, async (call) =>
  steer(call, `assign:${call.input.participant}`, (interaction, record) => {
    const to = findParticipant(record, call.input.participant);
    if (!to) throw new AppError('invalid-input', { fields: [{ path: 'participant', message: 'unknown' }] });
    if (!isNotBegun(interaction)) throw new AppError('not-actionable');
    if (interaction.participant === to.id) return null;
    const from = findParticipant(record, interaction.participant);
    return {
      next: giveTo(withoutHandOver(interaction), from, to),
      fact: { kind: 'interaction-assigned', interaction: interaction.id, from: from?.name ?? '', to: to.name },
    };
  }),
);

/** What a customer said of it counts no more: nobody takes it back from whom the business asked. */
function withoutHandOver(interaction: StoredInteraction): StoredInteraction {
  if (interaction.kind !== 'esign') return interaction;
  const { handedOver: _, ...plain } = interaction;
  return plain;
}
