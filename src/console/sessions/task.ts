/** What an agent may do about something that a customer was asked for. The backend decides; this keeps what it would refuse off the page. */
import type { AgentSession } from '#contract/agent-session.ts';
import { isNotBegun } from '#domain/hand-over.ts';
import type { Tone } from '#ui/badge.tsx';

export type Task = AgentSession['interactions'][number];
type TaskStep = 'accept' | 'return' | 'assign' | 'rename' | 'withdraw';

export const taskTones: Readonly<Record<Task['status'], Tone>> = {
  new: 'neutral',
  'in-progress': 'info',
  returned: 'warning',
  'under-review': 'warning',
  'waiting-for-others': 'info',
  completed: 'success',
  declined: 'danger',
  cancelled: 'neutral',
  expired: 'neutral',
};

const pending: readonly Task['status'][] = ['new', 'in-progress', 'returned', 'under-review', 'waiting-for-others'];
const handedIn: readonly Task['status'][] = ['under-review', 'completed'];

/** Note: what was signed or paid cannot be done again. */
export function listTaskSteps(
  { state }: Pick<AgentSession, 'state'>,
  { kind, status }: Pick<Task, 'kind' | 'status'>,
): TaskStep[] {
  const canReturn = (kind === 'document-request' || kind === 'workflow') && handedIn.includes(status);
  return [
    ...(status === 'under-review' ? (['accept'] as const) : []),
    ...(canReturn ? (['return'] as const) : []),
    ...(state === 'open' && isNotBegun({ status }) ? (['assign'] as const) : []),
    ...(pending.includes(status) ? (['rename', 'withdraw'] as const) : []),
  ];
}

/** Papers among the questions are accepted and sent back by themselves; everything else goes for all of it. */
export const listPartSteps = (...parameters: Parameters<typeof listTaskSteps>): TaskStep[] =>
  listTaskSteps(...parameters).filter((step) => step === 'accept' || step === 'return');
