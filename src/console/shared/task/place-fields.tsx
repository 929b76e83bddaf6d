import CalendarDays from 'lucide-react/icons/calendar-days';
import type { LucideIcon } from 'lucide-react';
import PenLine from 'lucide-react/icons/pen-line';
import Signature from 'lucide-react/icons/signature';
import TextCursorInput from 'lucide-react/icons/text-cursor-input';
import { useEffect, useRef, useState } from 'react';

import type { EsignField } from '#contract/esign.ts';
import { createField, type PlaceableKind, placeableKinds } from '#console/shared/task/field-placing.ts';
import styles from '#console/shared/task/task.module.css';
import { PagePicture } from '#console/shared/task/page-picture.tsx';
import { PlacedField } from '#console/shared/task/placed-field.tsx';
import { SelectedField } from '#console/shared/task/selected-field.tsx';
import type { WordsOf } from '#console/shared/task/template-words.ts';
import { useDocument } from '#console/shared/task/use-document.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';

const icons: Readonly<Record<PlaceableKind, LucideIcon>> = {
  signature: Signature,
  initials: PenLine,
  date: CalendarDays,
  text: TextCursorInput,
};

type PlaceFieldsProps = {
  pages: number;
  /** Undefined: not there yet; null: the pages cannot be drawn, and stay white. */
  bytes: Uint8Array<ArrayBuffer> | null | undefined;
  fields: readonly EsignField[];
  /** The customer's, for what a field is called at first. */
  words: WordsOf;
  onChange: (fields: EsignField[]) => void;
};

/** Page by page, what the customer fills in: put there by a button, moved by pointer or arrow keys. */
export const PlaceFields = ({ pages, bytes, fields, words, onChange }: PlaceFieldsProps) => {
  const text = useText();
  const document = useDocument(bytes);
  const [page, setPage] = useState(0);
  const [selected, setSelected] = useState<string | null>(null);
  const added = useRef<string | null>(null);
  const layer = useRef<HTMLDivElement>(null);
  const onPage = fields.filter((field) => field.page === page);
  const current = onPage.find(({ id }) => id === selected);

  // Note: what was put there just now takes the focus, so that the arrow keys move it.
  useEffect(() => {
    if (added.current === null) return;
    layer.current?.querySelector<HTMLElement>(`[data-field="${added.current}"]`)?.focus();
    added.current = null;
  });

  const add = (kind: PlaceableKind) => {
    const field = createField(kind, { page, label: words(`templates.${kind}-label`), others: onPage });
    added.current = field.id;
    setSelected(field.id);
    onChange([...fields, field]);
  };
  const replace = (next: EsignField) => onChange(fields.map((field) => (field.id === next.id ? next : field)));
  const remove = (id: string) => onChange(fields.filter((field) => field.id !== id));

  return (
    <div className={styles['placing']}>
      <div className={styles['buttons']} role="group" aria-label={text('console-task.put-on-page')}>
        {placeableKinds.map((kind) => (
          <Button key={kind} icon={<Icon icon={icons[kind]} />} onClick={() => add(kind)}>
            <Text id={`console-task.${kind}`} />
          </Button>
        ))}
      </div>
      <p className={styles['muted']}>
        <Text id="console-task.placing-hint" />
      </p>
      {bytes === null && (
        <p className={styles['muted']}>
          <Text id="console-task.page-not-here" />
        </p>
      )}
      {pages > 1 && (
        <div className={styles['buttons']} role="group" aria-label={text('console-task.pages')}>
          <Button disabled={page === 0} onClick={() => setPage(page - 1)}>
            <Text id="console-task.page-before" />
          </Button>
          <span aria-live="polite">
            <Text id="console-task.page" values={{ page: page + 1, pages }} />
          </span>
          <Button disabled={page + 1 >= pages} onClick={() => setPage(page + 1)}>
            <Text id="console-task.page-after" />
          </Button>
        </div>
      )}
      <PagePicture key={page} document={document} page={page}>
        <div ref={layer} className={styles['layer']} dir="ltr">
          {onPage.map((field) => (
            <PlacedField
              key={field.id}
              field={field}
              isSelected={field.id === selected}
              onSelect={() => setSelected(field.id)}
              onChange={replace}
              onRemove={() => remove(field.id)}
            />
          ))}
        </div>
      </PagePicture>
      {current && <SelectedField field={current} onChange={replace} onRemove={() => remove(current.id)} />}
    </div>
  );
};
