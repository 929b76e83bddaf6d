/** POST …/sessions/:sessionId/invitation: for a customer who cannot find theirs. Whoever passes links on by themselves gets another one. */
import { resendInvitation } from '#contract/endpoints/engagement.ts';
import { resendToParticipant } from '#contract/endpoints/participation.ts';
import { AppError } from '#backend/app-error.ts';
import { tellLink } from '#backend/agent/customer-link.ts';
import { assertRunning, letIn, loadEngaged } from '#backend/agent/let-in.ts';
import { type AgentCall, agentRoute } from '#backend/http/route.ts';
import { resolveCoolDown } from '#backend/messages/new-link.ts';
import { changeReach, readReach } from '#backend/session/participants.ts';

async function resend(call: AgentCall): Promise<{ url: string | null }> {
  const engaged = await loadEngaged(call);
  const isTold = tellLink(call.agent, engaged.policy, '') !== null;
  return letIn(call, engaged, {
    intent: `resend-invitation:${engaged.customer.number}`,
    invited: engaged,
    decide: (current, { isWrittenTo }) => {
      assertRunning(current);
      if (!isWrittenTo && !isTold) throw new AppError('channel-not-allowed');
      const now = call.deps.now();
      const retryAfter = resolveCoolDown(readReach(current, engaged.customer), now);
      if (retryAfter > 0) throw new AppError('too-soon', { retryAfter });
      return { record: changeReach(current, engaged.customer, { newLinkSentAt: now }), facts: [] };
    },
  });
}

export const resendInvitationRoute = agentRoute(resendInvitation, resend);
export const resendToParticipantRoute = agentRoute(resendToParticipant, resend);
