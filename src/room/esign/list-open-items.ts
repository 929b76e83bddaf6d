import type { EsignField } from '#contract/esign.ts';
import { listOpenFields } from '#domain/esign-fields.ts';
import type { SigningRules } from '#domain/esign-submission.ts';
import type { EsignWork } from '#room/esign/esign-draft-store.ts';
import { endControlId, reasonControlId, toControlId } from '#room/esign/fields/field-id.ts';

/** Something the customer still has to do before the document can be sent, and where. */
export type OpenItem = { kind: 'field' | 'review' | 'reason'; controlId: string };

/** In reading order: the fields, the end of the document, the reason below it. */
export function listOpenItems(fields: readonly EsignField[], work: EsignWork, rules: SigningRules): OpenItem[] {
  const items: OpenItem[] = listOpenFields(fields, work.values).map(({ id }) => ({
    kind: 'field',
    controlId: toControlId(id),
  }));
  if (rules.requireReview && !work.reviewed) items.push({ kind: 'review', controlId: endControlId });
  const isReasonGiven = work.signingReason !== null && rules.signingReasons.includes(work.signingReason);
  if (rules.signingReasons.length > 0 && !isReasonGiven) items.push({ kind: 'reason', controlId: reasonControlId });
  return items;
}

/** The first open item after where the customer is, or the first of all. */
export function resolveNextItem(
  items: readonly OpenItem[],
  fields: readonly EsignField[],
  current: string | null,
): OpenItem | undefined {
  const order = [...fields.map(({ id }) => toControlId(id)), endControlId, reasonControlId];
  const position = current === null ? -1 : order.indexOf(current);
  return items.find(({ controlId }) => order.indexOf(controlId) > position) ?? items[0];
}
