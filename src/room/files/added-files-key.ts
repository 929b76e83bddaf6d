import type { InteractionId } from '#contract/ids.ts';

/** What was added to an interaction: the key of the query that says so begins with this, so that whoever changes it asks again. */
export const addedFilesKey = (interactionId: InteractionId) => ['added-files', interactionId];
