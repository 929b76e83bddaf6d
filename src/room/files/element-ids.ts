/** Where an error summary leads to. */
import type { FilledItem } from '#contract/document-request.ts';

export const itemElementId = (item: Pick<FilledItem, 'id'>) => `item-${item.id}`;
export const uploadElementId = (id: string) => `upload-${id}`;
export const addButtonId = (controlId: string) => `${controlId}-add`;
