import PenLine from 'lucide-react/icons/pen-line';

import type { EsignField } from '#contract/esign.ts';
import type { MarkKind } from '#domain/esign-fields.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useEsign, useWork } from '#room/esign/esign-context.tsx';
import { toControlId } from '#room/esign/fields/field-id.ts';
import styles from '#room/esign/fields/field.module.css';
import { MarkPicture } from '#room/esign/sheet/mark-picture.tsx';
import type { PageSize } from '#lib/pdf/open-document.ts';
import { Icon } from '#ui/icon.tsx';

type MarkFieldProps = {
  field: Extract<EsignField, { kind: MarkKind }>;
  isApplied: boolean;
  /** In points. */
  box: PageSize;
};

/** Where a signature or initials go: a button that becomes the mark. */
export const MarkField = ({ field, isApplied, box }: MarkFieldProps) => {
  const text = useText();
  const { draft, onMark } = useEsign();
  const mark = useWork(draft, ({ marks }) => marks[field.kind]);
  const { label, required } = field;
  const shown = isApplied ? mark : null;
  const openName = required ? 'esign.field.open' : 'esign.field.optional';
  return (
    <button
      id={toControlId(field.id)}
      type="button"
      className={styles['mark']}
      aria-label={text(shown ? 'esign.field.signed' : openName, { label })}
      data-state={shown ? 'done' : 'open'}
      data-required={required}
      onClick={() => {
        onMark(field);
      }}
    >
      <span className={styles['box']}>
        {shown ? (
          <MarkPicture mark={shown} size={box} />
        ) : (
          <span className={styles['call']}>
            <Icon icon={PenLine} size={16} />
            <Text id={field.kind === 'signature' ? 'esign.field.sign' : 'esign.field.initial'} />
          </span>
        )}
      </span>
    </button>
  );
};
