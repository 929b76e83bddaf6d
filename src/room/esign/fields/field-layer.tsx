import type { CSSProperties } from 'react';

import type { EsignField } from '#contract/esign.ts';
import { isMarkField, resolveFieldValue } from '#domain/esign-fields.ts';
import type { PageSize } from '#lib/pdf/open-document.ts';
import { useEsign, useWork } from '#room/esign/esign-context.tsx';
import { CheckboxField } from '#room/esign/fields/checkbox-field.tsx';
import { DateField } from '#room/esign/fields/date-field.tsx';
import { MarkField } from '#room/esign/fields/mark-field.tsx';
import { ReadOnlyField } from '#room/esign/fields/read-only-field.tsx';
import { TextField } from '#room/esign/fields/text-field.tsx';
import styles from '#room/esign/fields/field.module.css';

type Style = CSSProperties & Record<`--${string}`, string | number>;

/** The fields of one page, in reading order, each where it lies on the paper. */
export const FieldLayer = ({ page, size }: { page: number; size: PageSize }) => {
  const { fields } = useEsign();
  return fields
    .filter((field) => field.page === page)
    .map((field) => <PlacedField key={field.id} field={field} size={size} />);
};

/** Text is as large as the backend will stamp it: what fits the box, twelve points at most. */
const textSize = (height: number) => Math.min(Math.max(height / 1.25, 5), 12);

const PlacedField = ({ field, size }: { field: EsignField; size: PageSize }) => {
  const { x, y, width, height } = field.box;
  const style: Style = {
    insetInlineStart: `${x * 100}%`,
    insetBlockStart: `${y * 100}%`,
    inlineSize: `${width * 100}%`,
    blockSize: `${height * 100}%`,
    '--text-points': textSize(height * size.height),
  };
  return (
    <div className={styles['place']} style={style} data-side={x + width / 2 > 0.5 ? 'end' : 'start'}>
      <FieldControl field={field} box={{ width: width * size.width, height: height * size.height }} />
    </div>
  );
};

const FieldControl = ({ field, box }: { field: EsignField; box: PageSize }) => {
  const { draft } = useEsign();
  // Note: resolved outside, because a prefill is a new value each time and a store must answer the same twice.
  const value = resolveFieldValue(
    field,
    useWork(draft, ({ values }) => values),
  );
  if (field.readOnly) return <ReadOnlyField field={field} value={value} />;
  if (isMarkField(field)) return <MarkField field={field} isApplied={value !== null} box={box} />;
  switch (field.kind) {
    case 'date':
      return <DateField field={field} date={value?.kind === 'date' ? value.date : ''} />;
    case 'text':
      return <TextField field={field} text={value?.kind === 'text' ? value.text : ''} box={box} />;
    case 'checkbox':
      return <CheckboxField field={field} checked={value?.kind === 'checkbox' && value.checked} />;
  }
};
