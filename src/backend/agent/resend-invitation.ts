/** POST …/sessions/:sessionId/invitation: for a customer who cannot find theirs. Whoever passes links on by themselves gets another one. */
import { resendInvitation } from '#contract/endpoints/engagement.ts';
import { AppError } from '#backend/app-error.ts';
import { tellLink } from '#backend/agent/customer-link.ts';
import { assertRunning, letIn, loadEngaged } from '#backend/agent/let-in.ts';
import { agentRoute } from '#backend/http/route.ts';
import { resolveCoolDown } from '#backend/messages/new-link.ts';

export const resendInvitationRoute = agentRoute(resendInvitation, async (call) => {
  const engaged = await loadEngaged(call);
  const isTold = tellLink(call.agent, engaged.policy, '') !== null;
  return letIn(call, engaged, {
    intent: 'resend-invitation',
    invited: engaged,
    decide: (current, { isWrittenTo }) => {
      assertRunning(current);
      if (!isWrittenTo && !isTold) throw new AppError('channel-not-allowed');
      const now = call.deps.now();
      const retryAfter = resolveCoolDown(current, now);
      if (retryAfter > 0) throw new AppError('too-soon', { retryAfter });
      return { record: { ...current, newLinkSentAt: now }, facts: [] };
    },
  });
});
