/** One of those who take part in a session, and what an agent may do about them. The backend decides; this keeps what it would refuse off the page. */
import type { AgentSession } from '#contract/agent-session.ts';
import type { Task } from '#console/sessions/task.ts';

export type Participant = AgentSession['participants'][number];
type ParticipantStep = 'resend' | 'copy-link' | 'reengage' | 'revoke';

const left: readonly Task['status'][] = ['new', 'in-progress', 'returned'];

export const listOpenTasks = ({ interactions }: AgentSession, { number }: Participant): Task[] =>
  interactions.filter(({ participant, status }) => participant === number && left.includes(status));

/** Of everybody's; each person needs theirs. */
export const findNewestLink = (
  { links }: AgentSession,
  { id }: Participant,
): AgentSession['links'][number] | undefined => links.findLast(({ participant }) => participant === id);

/** How messages reach them now. */
export function resolveReach({ allows }: AgentSession, { channel }: Participant): 'email' | 'sms' | 'off' | 'none' {
  if (!allows.invitations || channel === null) return 'none';
  return channel === 'sms' && !allows.textMessages ? 'off' : channel;
}

export function listParticipantSteps(session: AgentSession, participant: Participant): ParticipantStep[] {
  const isOpen = session.state === 'open';
  const reach = resolveReach(session, participant);
  const canBeSent = reach === 'email' || reach === 'sms';
  const hasLink = session.links.some((link) => link.participant === participant.id && link.revokedAt === null);
  return [
    ...(isOpen && canBeSent ? (['resend'] as const) : []),
    ...(isOpen && session.allows.copyLinks ? (['copy-link'] as const) : []),
    ...(isOpen ? (['reengage'] as const) : []),
    ...(hasLink ? (['revoke'] as const) : []),
  ];
}
