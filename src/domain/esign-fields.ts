/**
 * What an eSign asks of one participant: which fields, in which order, which are still open, what the whole thing is called.
 * The room and the backend both ask here, so what the room lets through is what the backend accepts.
 */
import type { EsignField, FieldValue, FieldValues } from '#contract/esign.ts';

/** `sign`: there is something to sign. `approve`: nothing to sign. `confirm`: everything was filled in beforehand. */
export type SigningMode = 'sign' | 'approve' | 'confirm';

export type MarkKind = 'signature' | 'initials';
type MarkField = Extract<EsignField, { kind: MarkKind }>;

/** What stands in a field in the end. `null` = left empty. */
export type SettledValue = { field: EsignField; value: FieldValue | null };

export const isMarkField = (field: EsignField): field is MarkField =>
  field.kind === 'signature' || field.kind === 'initials';

/**
 * The participant's fields as one reads them: page, then row from the top, then from the start of the row. Fields share a
 * row when the lower one begins above the middle of the row's first one; a hair's breadth between two boxes that somebody
 * placed by hand must not turn the order round.
 */
export function listFieldsOf(fields: readonly EsignField[], participant: number): EsignField[] {
  const own = fields
    .filter((field) => field.participant === participant)
    .toSorted((a, b) => a.page - b.page || a.box.y - b.box.y || a.box.x - b.box.x);
  const rows: EsignField[][] = [];
  for (const field of own) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && isInRow(first, field)) row.push(field);
    else rows.push([field]);
  }
  return rows.flatMap((row) => row.toSorted((a, b) => a.box.x - b.box.x));
}

const isInRow = (first: EsignField, field: EsignField): boolean =>
  first.page === field.page && field.box.y < first.box.y + first.box.height / 2;

/** What the definition puts there. Note: an unchecked prefill says nothing a customer could confirm. */
function readPrefill(field: EsignField): FieldValue | null {
  switch (field.kind) {
    case 'signature':
    case 'initials':
      return null;
    case 'date':
      return field.prefill === null ? null : { kind: 'date', date: field.prefill };
    case 'text':
      return field.prefill === null ? null : { kind: 'text', text: field.prefill };
    case 'checkbox':
      return field.prefill === null ? null : { kind: 'checkbox', checked: field.prefill };
  }
}

/** What stands in a field. A read-only one holds what the definition says, whatever was sent. */
export function resolveFieldValue(field: EsignField, values: FieldValues): FieldValue | null {
  const prefill = readPrefill(field);
  return field.readOnly ? prefill : (values[field.id] ?? prefill);
}

export const settleFields = (fields: readonly EsignField[], values: FieldValues): SettledValue[] =>
  fields.map((field) => ({ field, value: resolveFieldValue(field, values) }));

/** True when something stands in it: an unchecked box and a text of blanks are empty. */
export function isFilled(value: FieldValue | null): boolean {
  if (value === null) return false;
  switch (value.kind) {
    case 'applied':
    case 'date':
      return true;
    case 'text':
      return /\S/.test(value.text);
    case 'checkbox':
      return value.checked;
  }
}

/** A field only the definition can fill is never asked for. */
export const isOpen = (field: EsignField, values: FieldValues): boolean =>
  field.required && !field.readOnly && !isFilled(resolveFieldValue(field, values));

/** Required fields that still wait for the customer, in the order given. */
export const listOpenFields = (fields: readonly EsignField[], values: FieldValues): EsignField[] =>
  fields.filter((field) => isOpen(field, values));

/** `fields`: this participant's. A document nobody has to sign can always be finished: approving is an act of its own. */
export function resolveSigningMode(fields: readonly EsignField[]): SigningMode {
  const mine = fields.filter((field) => !field.readOnly);
  if (mine.some(isMarkField)) return 'sign';
  if (fields.length === 0) return 'approve';
  return mine.every((field) => isFilled(readPrefill(field))) ? 'confirm' : 'approve';
}
