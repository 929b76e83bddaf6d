import { type KeyboardEvent, type PointerEvent, useRef } from 'react';

import type { EsignField } from '#contract/esign.ts';
import { keepOnPage, moveByKey } from '#console/shared/task/field-placing.ts';
import styles from '#console/shared/task/task.module.css';
import { useText } from '#lib/i18n/text.tsx';

type PlacedFieldProps = {
  field: EsignField;
  isSelected: boolean;
  onSelect: () => void;
  onChange: (field: EsignField) => void;
  onRemove: () => void;
};

type Grip = { pointer: number; x: number; y: number; page: DOMRect };

const percent = (fraction: number) => `${fraction * 100}%`;

/** A field where the customer will find it. Dragged, or moved by arrow keys; Delete takes it away. */
export const PlacedField = ({ field, isSelected, onSelect, onChange, onRemove }: PlacedFieldProps) => {
  const text = useText();
  const grip = useRef<Grip | null>(null);
  const { box, label } = field;

  const onKeyDown = (event: KeyboardEvent) => {
    const isRemoval = event.key === 'Delete' || event.key === 'Backspace';
    const moved = moveByKey(box, event);
    if (!isRemoval && !moved) return;
    event.preventDefault();
    if (moved) onChange({ ...field, box: moved });
    else onRemove();
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const page = event.currentTarget.parentElement?.getBoundingClientRect();
    if (!page) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = {
      pointer: event.pointerId,
      x: event.clientX / page.width - box.x,
      y: event.clientY / page.height - box.y,
      page,
    };
    onSelect();
  };
  const onPointerMove = ({ pointerId, clientX, clientY }: PointerEvent) => {
    if (grip.current?.pointer !== pointerId) return;
    const { x, y, page } = grip.current;
    onChange({ ...field, box: keepOnPage({ ...box, x: clientX / page.width - x, y: clientY / page.height - y }) });
  };
  const letGo = () => {
    grip.current = null;
  };

  return (
    <button
      type="button"
      data-field={field.id}
      data-selected={isSelected || undefined}
      className={styles['placed']}
      aria-label={text('console-task.placed', {
        label,
        across: Math.round(box.x * 100),
        down: Math.round(box.y * 100),
      })}
      style={{
        left: percent(box.x),
        top: percent(box.y),
        width: percent(box.width),
        height: percent(box.height),
      }}
      onFocus={onSelect}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={letGo}
      onPointerCancel={letGo}
    >
      <span aria-hidden>{label}</span>
    </button>
  );
};
