/** POST …/sessions/:sessionId/reopen: what had ended goes on, with everything in it (product.md 11). Its customer is invited again. */
import { reopenSession } from '#contract/endpoints/engagement.ts';
import { AppError } from '#backend/app-error.ts';
import { letIn, loadEngaged } from '#backend/agent/let-in.ts';
import { agentRoute } from '#backend/http/route.ts';
import { startOutreach } from '#backend/messages/outreach.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';

export const reopenSessionRoute = agentRoute(reopenSession, async (call) => {
  const { deps } = call;
  const engaged = await loadEngaged(call);
  const { customer, policy } = engaged;
  const open = (record: SessionRecord): SessionRecord => ({
    ...record,
    state: 'open',
    endedAt: null,
    outreach: startOutreach(deps.now()),
  });
  return letIn(call, engaged, {
    intent: 'reopen-session',
    invited: { record: open(engaged.record), customer },
    decide: (current) => {
      // Note: where nobody ever had a link it was only planned; it is started, or was given up, or went on elsewhere.
      if (current.links.length === 0) throw new AppError('not-actionable');
      if (current.state === 'open') return null;
      return {
        record: open(current),
        facts: [{ kind: 'session-continued' }],
        onlyOpen: policy.singleActiveSession.value,
      };
    },
  });
});
