/**
 * What may go from one participant to another, and until when. The room and the backend both ask here, so what the room offers is what
 * the backend accepts.
 */
import type { Policy } from '#contract/policy.ts';
import type { InteractionKind, InteractionStatus } from '#contract/interaction.ts';

type Task = { kind: InteractionKind | 'unknown'; status: InteractionStatus | 'unknown' };

/** A document that is not finished. Never where the business invites by itself: nobody could be told. */
export const mayHandOver = (
  { kind, status }: Task,
  { reassign, embeddedSession }: Pick<Policy, 'reassign' | 'embeddedSession'>,
): boolean =>
  reassign.value && !embeddedSession.value && kind === 'esign' && (status === 'new' || status === 'in-progress');

/** Nobody's work is taken away: whoever has it has not begun. */
export const isNotBegun = ({ status }: Pick<Task, 'status'>): boolean => status === 'new';
