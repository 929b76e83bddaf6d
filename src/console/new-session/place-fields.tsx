import CalendarDays from 'lucide-react/icons/calendar-days';
import type { LucideIcon } from 'lucide-react';
import PenLine from 'lucide-react/icons/pen-line';
import Signature from 'lucide-react/icons/signature';
import TextCursorInput from 'lucide-react/icons/text-cursor-input';
import { useEffect, useRef, useState } from 'react';

import type { EsignField } from '#contract/esign.ts';
import { createField, type PlaceableKind, placeableKinds } from '#console/new-session/field-placing.ts';
import styles from '#console/new-session/new-session.module.css';
import { PagePicture } from '#console/new-session/page-picture.tsx';
import { PlacedField } from '#console/new-session/placed-field.tsx';
import { SelectedField } from '#console/new-session/selected-field.tsx';
import { useDocument } from '#console/new-session/use-document.ts';
import type { TextId } from '#lib/i18n/message.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';

export const fieldKinds: Readonly<Record<PlaceableKind, { name: TextId; label: TextId; icon: LucideIcon }>> = {
  signature: {
    name: 'console-new-session.signature',
    label: 'console-new-session.signature-label',
    icon: Signature,
  },
  initials: { name: 'console-new-session.initials', label: 'console-new-session.initials-label', icon: PenLine },
  date: { name: 'console-new-session.date', label: 'console-new-session.date', icon: CalendarDays },
  text: { name: 'console-new-session.text', label: 'console-new-session.text', icon: TextCursorInput },
};

type PlaceFieldsProps = {
  pages: number;
  /** Null: the page cannot be drawn, and stays white. */
  bytes: Uint8Array<ArrayBuffer> | null;
  fields: readonly EsignField[];
  onChange: (fields: EsignField[]) => void;
};

/** Page by page, what the customer fills in: put there by a button, moved by pointer or arrow keys. */
export const PlaceFields = ({ pages, bytes, fields, onChange }: PlaceFieldsProps) => {
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
    const field = createField(kind, { page, label: text(fieldKinds[kind].label), others: onPage });
    added.current = field.id;
    setSelected(field.id);
    onChange([...fields, field]);
  };
  const replace = (next: EsignField) => onChange(fields.map((field) => (field.id === next.id ? next : field)));
  const remove = (id: string) => onChange(fields.filter((field) => field.id !== id));

  return (
    <div className={styles['placing']}>
      <div className={styles['templates']} role="group" aria-label={text('console-new-session.put-on-page')}>
        {placeableKinds.map((kind) => (
          <Button key={kind} icon={<Icon icon={fieldKinds[kind].icon} />} onClick={() => add(kind)}>
            <Text id={fieldKinds[kind].name} />
          </Button>
        ))}
      </div>
      <p className={styles['muted']}>
        <Text id="console-new-session.placing-hint" />
      </p>
      {bytes === null && (
        <p className={styles['muted']}>
          <Text id="console-new-session.page-not-here" />
        </p>
      )}
      {pages > 1 && (
        <div className={styles['pager']} role="group" aria-label={text('console-new-session.pages')}>
          <Button disabled={page === 0} onClick={() => setPage(page - 1)}>
            <Text id="console-new-session.page-before" />
          </Button>
          <span aria-live="polite">
            <Text id="console-new-session.page" values={{ page: page + 1, pages }} />
          </span>
          <Button disabled={page + 1 >= pages} onClick={() => setPage(page + 1)}>
            <Text id="console-new-session.page-after" />
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
