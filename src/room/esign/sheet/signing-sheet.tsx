import { useEffect, useEffectEvent, useState } from 'react';

import type { Mark } from '#contract/esign.ts';
import { limits } from '#contract/limits.ts';
import type { MarkKind } from '#domain/esign-fields.ts';
import { isMarkAcceptable, type Point } from '#domain/esign-ink.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { DrawPad, type Strokes } from '#room/esign/sheet/draw-pad.tsx';
import { MarkPicture } from '#room/esign/sheet/mark-picture.tsx';
import { Tabs } from '#ui/tabs.tsx';
import styles from '#room/esign/sheet/signing-sheet.module.css';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { useAnnounce } from '#ui/live-region.tsx';
import { TextField } from '#ui/text-field.tsx';

type SigningSheetProps = {
  kind: MarkKind;
  /** What was adopted before, to be used again or changed. */
  adopted: Mark | null;
  /** What typing begins with. */
  suggestion: string;
  /** How many places "here" stands for, and how many there are in all. */
  places: { here: number; all: number };
  /** `null` while there is nothing to remove. */
  onRemove: (() => void) | null;
  onUse: (mark: Mark, everywhere: boolean) => void;
  onClose: () => void;
};

const aspects: Readonly<Record<MarkKind, number>> = { signature: 2.5, initials: 1.6 };

/** Draw or type; both make the same kind of mark. Adopted once, it can go into every place that waits for it. */
export const SigningSheet = ({ kind, adopted, suggestion, places, onRemove, onUse, onClose }: SigningSheetProps) => {
  const text = useText();
  const [way, setWay] = useState<Mark['kind']>(adopted?.kind ?? 'drawn');
  const [strokes, setStrokes] = useState<Strokes>(adopted?.kind === 'drawn' ? adopted.strokes : []);
  const [name, setName] = useState(adopted?.kind === 'typed' ? adopted.text : suggestion);
  const [isRefused, setRefused] = useState(false);
  const mark = toMark(way, strokes, name, aspects[kind]);
  const refusal = isRefused ? text(`esign.sheet.empty.${way}`) : undefined;
  useSpoken(way === 'drawn' ? refusal : undefined);

  const use = (everywhere: boolean) => {
    if (mark && isMarkAcceptable(mark)) onUse(mark, everywhere);
    else setRefused(true);
  };
  const change =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value);
      setRefused(false);
    };

  return (
    <Dialog
      open
      size="wide"
      title={text(`esign.sheet.${kind}`)}
      onClose={onClose}
      actions={<SheetActions places={places} onUse={use} onRemove={onRemove} />}
    >
      <Tabs
        label={text('esign.sheet.how')}
        tabs={[
          { value: 'drawn', label: <Text id="esign.sheet.draw" /> },
          { value: 'typed', label: <Text id="esign.sheet.type" /> },
        ]}
        selected={way}
        onSelect={change(setWay)}
      >
        {way === 'drawn' ? (
          <>
            <DrawPad
              label={text(`esign.sheet.pad.${kind}`)}
              hint={text('esign.sheet.pad-hint')}
              strokes={strokes}
              aspect={aspects[kind]}
              onChange={change(setStrokes)}
            />
            {refusal && <p className={styles['refusal']}>{refusal}</p>}
          </>
        ) : (
          <>
            <TextField
              label={text(kind === 'signature' ? 'esign.sheet.name' : 'esign.sheet.initials-input')}
              value={name}
              maxLength={limits.nameLength}
              autoComplete={kind === 'signature' ? 'name' : 'off'}
              error={refusal}
              onChange={({ target }) => {
                change(setName)(target.value);
              }}
            />
            <TypedPreview mark={mark} />
          </>
        )}
      </Tabs>
      <p className={styles['legal']}>
        <Text id="esign.sheet.legal" />
      </p>
    </Dialog>
  );
};

const SheetActions = ({
  places,
  onUse,
  onRemove,
}: Pick<SigningSheetProps, 'places' | 'onRemove'> & { onUse: (everywhere: boolean) => void }) => (
  <>
    <Button variant="primary" onClick={() => onUse(false)}>
      {places.here > 1 ? (
        <Text id="esign.sheet.use-all" values={{ count: places.here }} />
      ) : (
        <Text id="esign.sheet.use" />
      )}
    </Button>
    {places.all > places.here && (
      <Button variant="secondary" onClick={() => onUse(true)}>
        <Text id="esign.sheet.use-all" values={{ count: places.all }} />
      </Button>
    )}
    {onRemove && (
      <Button variant="quiet" onClick={onRemove}>
        <Text id="esign.sheet.remove" />
      </Button>
    )}
  </>
);

const previewSize = { width: 500, height: 120 } as const;

const TypedPreview = ({ mark }: { mark: Mark | null }) => (
  <div className={styles['preview']}>
    <p className={styles['preview-label']}>
      <Text id="esign.sheet.preview" />
    </p>
    <div className={styles['preview-paper']}>{mark && <MarkPicture mark={mark} size={previewSize} />}</div>
  </div>
);

function toMark(way: Mark['kind'], strokes: Strokes, name: string, aspect: number): Mark | null {
  if (way === 'typed') return /\S/.test(name) ? { kind: 'typed', text: name.trim() } : null;
  if (strokes.length === 0) return null;
  return {
    kind: 'drawn',
    aspect,
    strokes: strokes.map((stroke) => stroke.map(([x, y]: Point): [number, number] => [x, y])),
  };
}

/** Says a refusal that no field carries. */
function useSpoken(words: string | undefined): void {
  const announce = useEffectEvent(useAnnounce());
  useEffect(() => {
    if (words) announce(words, 'assertive');
  }, [words]);
}
