import { useState } from 'react';

import type { EsignField, FieldValues, Mark } from '#contract/esign.ts';
import { isMarkField, type MarkKind } from '#domain/esign-fields.ts';
import { useText } from '#lib/i18n/text.tsx';
import { useWork } from '#room/esign/esign-context.tsx';
import type { EsignDraftStore } from '#room/esign/esign-draft-store.ts';
import { toControlId } from '#room/esign/fields/field-id.ts';
import { useAnnounce } from '#ui/live-region.tsx';

type MarkField = Extract<EsignField, { kind: MarkKind }>;

export type Marking = {
  /** The field whose sheet is open. */
  field: MarkField | null;
  /** How many places "here" is (the mark is the same wherever it was put before), and how many with all open ones. */
  places: { here: number; all: number };
  open: (field: EsignField) => void;
  use: (mark: Mark, everywhere: boolean) => void;
  remove: (() => void) | null;
  close: () => void;
};

/**
 * Signing places. The first press of a document always opens the sheet, even with a mark from before: it is asked for
 * once a document. After that a press on an open place puts the adopted mark there.
 */
export function useMarking(fields: readonly EsignField[], draft: EsignDraftStore): Marking {
  const text = useText();
  const announce = useAnnounce();
  const [field, setField] = useState<MarkField | null>(null);
  const { values, marks } = useWork(draft, (work) => work);

  const listPlaces = (kind: MarkKind): MarkField[] =>
    fields.filter(isMarkField).filter((one) => one.kind === kind && !one.readOnly);

  const apply = (kind: MarkKind, mark: Mark, places: readonly MarkField[]) => {
    draft.applyMark(
      kind,
      mark,
      places.map(({ id }) => id),
    );
    announce(text('esign.applied', { count: places.length }));
  };
  const close = () => {
    if (field) refocus(field);
    setField(null);
  };

  return {
    field,
    places: field ? countPlaces(field, listPlaces(field.kind), values) : { here: 0, all: 0 },
    open: (pressed) => {
      if (!isMarkField(pressed)) return;
      const mark = marks[pressed.kind];
      const isAdoptedHere = fields.some((one) => one.kind === pressed.kind && values[one.id] !== undefined);
      if (mark && isAdoptedHere && values[pressed.id] === undefined) apply(pressed.kind, mark, [pressed]);
      else setField(pressed);
    },
    use: (mark, everywhere) => {
      if (!field) return;
      apply(field.kind, mark, everywhere ? listPlaces(field.kind) : [field]);
      close();
    },
    remove:
      field && values[field.id] !== undefined
        ? () => {
            draft.setValue(field.id, null);
            close();
          }
        : null,
    close,
  };
}

function countPlaces({ id }: MarkField, places: readonly MarkField[], values: FieldValues): Marking['places'] {
  const others = places.filter((one) => one.id !== id && values[one.id] !== undefined);
  return { here: 1 + others.length, all: places.length };
}

/** Note: some browsers give a pressed button no focus, so the dialog would have nowhere to return it to. */
function refocus({ id }: EsignField): void {
  requestAnimationFrame(() => {
    document.getElementById(toControlId(id))?.focus({ preventScroll: true });
  });
}
