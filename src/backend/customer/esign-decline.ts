/** POST /api/esigns/:interactionId/decline: the customer will not sign. Only where the business allows it. */
import { decline } from '#contract/endpoints/esign.ts';
import { AppError } from '#backend/app-error.ts';
import { assertVisitor, readKey } from '#backend/http/caller.ts';
import { inputRoute } from '#backend/http/route.ts';
import { assertActionable, findInteraction, replaceInteraction } from '#backend/session/change-interaction.ts';
import { changeSession } from '#backend/session/change-session.ts';
import { toActor } from '#backend/session/participants.ts';
import { projectSession } from '#backend/session/project-session.ts';
import { assertReached } from '#backend/session/workflow-parts.ts';

export const declineRoute = inputRoute(decline, async ({ deps, request, params, input }) => {
  const { record, participant, access } = await assertVisitor(deps, request);
  const { id } = findInteraction(record, participant, 'esign', params['interactionId']);
  const changed = await changeSession(deps, {
    sessionId: record.id,
    actor: toActor(participant),
    key: readKey(request),
    intent: `decline:${id}`,
    decide: (current) => {
      const esign = findInteraction(current, participant, 'esign', id);
      assertActionable(esign, access, input.revision);
      assertReached(current, esign);
      if (!esign.canDecline) throw new AppError('not-allowed');
      const reason = input.reason.trim();
      return {
        record: replaceInteraction(current, {
          ...esign,
          status: 'declined',
          revision: esign.revision + 1,
          closedAt: deps.now(),
          reason: reason || null,
          draft: null,
        }),
        facts: [{ kind: 'interaction-declined', interaction: esign.id, reason }],
      };
    },
  });
  return projectSession(changed, participant, access);
});
