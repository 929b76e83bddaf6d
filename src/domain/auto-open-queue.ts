/**
 * What a customer can act on now, and in which order it opens by itself. Pure functions of the fresh list, never of a list
 * captured at entry (product.md 5). The room and the backend both ask here, so what the room offers is what the
 * backend accepts.
 */
import type { Interaction, InteractionKind, InteractionStatus } from '#contract/interaction.ts';

type Status = InteractionStatus | 'unknown';
type Kind = InteractionKind | 'unknown';
type Queueable = { kind: Kind; status: Status };

const actionableStatus: Readonly<Record<Status, boolean>> = {
  new: true,
  'in-progress': true,
  returned: true,
  'under-review': false,
  'waiting-for-others': false,
  completed: false,
  declined: false,
  cancelled: false,
  expired: false,
  unknown: false,
};

/** Stand-alone payments never open by themselves [owner]; a kind this build does not know never opens at all. */
const autoOpenedKind: Readonly<Record<Kind, boolean>> = {
  esign: true,
  'document-request': true,
  workflow: true,
  payment: false,
  unknown: false,
};

/** True when the customer can do something about it now: new, in progress, or returned for correction. */
export const isActionable = (interaction: Queueable): boolean =>
  actionableStatus[interaction.status] && interaction.kind !== 'unknown';

/** Whether it has a screen of its own: the kinds that open by themselves are the kinds that open at all. */
export const opensAsScreen = ({ kind }: Pick<Queueable, 'kind'>): boolean => autoOpenedKind[kind];

/** The interactions that open by themselves, next one first, in the order they were added. */
export const resolveQueue = <Item extends Queueable>(interactions: readonly Item[]): Item[] =>
  interactions.filter((interaction) => autoOpenedKind[interaction.kind] && isActionable(interaction));

export type Progress = { position: number; total: number };

/**
 * "2 of 4" while the customer is inside `current`: its place among everything that opens by itself and is either still to
 * be done or already dealt with by this customer. Withdrawn, expired and waiting ones are not counted, so what an agent
 * adds or withdraws moves the total, never the meaning.
 */
export function resolveProgress(interactions: readonly Interaction[], current: Pick<Interaction, 'id'>): Progress {
  const counted = interactions.filter(
    ({ id, kind, status }) =>
      autoOpenedKind[kind] && (id === current.id || isActionable({ kind, status }) || isDealtWith[status]),
  );
  return {
    position: counted.findIndex(({ id }) => id === current.id) + 1,
    total: counted.length,
  };
}

const isDealtWith: Readonly<Record<Status, boolean>> = {
  new: false,
  'in-progress': false,
  returned: false,
  'under-review': true,
  'waiting-for-others': false,
  completed: true,
  declined: true,
  cancelled: false,
  expired: false,
  unknown: false,
};
