/**
 * How the room sorts what the session holds: what is open first, each section in the order things were added, so that nothing
 * jumps about while it is live. Pure functions of the fresh list.
 */
import type { Interaction } from '#contract/interaction.ts';
import type { Session } from '#contract/session.ts';
import { isActionable } from '#domain/auto-open-queue.ts';

export type SectionName = 'to-do' | 'waiting' | 'done';
export type Sections = Readonly<Record<SectionName, Interaction[]>>;

/** What the room as a whole says to the customer. */
export type Standing = 'ended' | 'empty' | 'to-do' | 'waiting' | 'all-done';

export function resolveSections(interactions: readonly Interaction[]): Sections {
  const within = (section: SectionName) =>
    interactions.filter((interaction) => resolveSection(interaction) === section);
  return { 'to-do': within('to-do'), waiting: within('waiting'), done: within('done') };
}

/** What this page does not understand stays in sight: it may well be something to do. */
function resolveSection(interaction: Interaction): SectionName {
  switch (interaction.status) {
    case 'under-review':
    case 'waiting-for-others':
      return 'waiting';
    case 'completed':
    case 'declined':
    case 'cancelled':
    case 'expired':
      return 'done';
    case 'new':
    case 'in-progress':
    case 'returned':
    case 'unknown':
      return 'to-do';
  }
}

export function resolveStanding({ access, interactions }: Pick<Session, 'access' | 'interactions'>): Standing {
  if (access === 'limited') return 'ended';
  const sections = resolveSections(interactions);
  if (sections['to-do'].length > 0) return 'to-do';
  if (sections.waiting.length > 0) return 'waiting';
  return sections.done.some(({ status }) => status === 'completed' || status === 'declined') ? 'all-done' : 'empty';
}

/** The one whose action stands out: the first that can be acted on. */
export const resolveMain = (interactions: readonly Interaction[]): Interaction | undefined =>
  interactions.find((interaction) => isActionable(interaction));
