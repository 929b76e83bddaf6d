import ArrowDown from 'lucide-react/icons/arrow-down';
import Minus from 'lucide-react/icons/minus';
import Plus from 'lucide-react/icons/plus';
import Shrink from 'lucide-react/icons/shrink';
import type { ReactNode } from 'react';

import type { SigningMode } from '#domain/esign-fields.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { focusControl } from '#room/esign/fields/field-id.ts';
import type { OpenItem } from '#room/esign/list-open-items.ts';
import styles from '#room/esign/guide-bar.module.css';
import type { Submission } from '#room/esign/use-esign-work.ts';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Icon } from '#ui/icon.tsx';

type GuideBarProps = {
  mode: SigningMode;
  items: readonly OpenItem[];
  next: OpenItem | undefined;
  zoom: { canShrink: boolean; canGrow: boolean; shrink: () => void; grow: () => void; fit: () => void };
  /** When it was saved. */
  status: ReactNode;
  /** False until there is a document to act on. */
  isReady: boolean;
  submission: Submission;
};

/** Always in reach: how much is left, on to the next, and in the end the one action. */
export const GuideBar = ({ mode, items, next, zoom, status, isReady, submission }: GuideBarProps) => {
  const text = useText();
  return (
    <section className={styles['bar']} aria-label={text('esign.guide')}>
      <div className={styles['zoom']} role="group" aria-label={text('esign.zoom')}>
        <IconButton icon={Minus} label={text('esign.zoom-out')} disabled={!zoom.canShrink} onClick={zoom.shrink} />
        <IconButton icon={Plus} label={text('esign.zoom-in')} disabled={!zoom.canGrow} onClick={zoom.grow} />
        <span className={styles['fit']}>
          <IconButton icon={Shrink} label={text('esign.zoom-fit')} disabled={!zoom.canShrink} onClick={zoom.fit} />
        </span>
      </div>
      <div className={styles['words']}>
        <output className={styles['left']} data-empty={items.length === 0 || undefined}>
          {items.length > 0 ? (
            <Text id="esign.left" values={{ count: items.length }} />
          ) : (
            <Text id="esign.nothing-left" />
          )}
        </output>
        <span className={styles['status']}>{status}</span>
      </div>
      {next && isReady ? (
        <NextButton item={next} />
      ) : (
        <Button variant="primary" busy={submission.isPending} disabled={!isReady} onClick={submission.submit}>
          <Text id={`esign.submit.${mode}`} />
        </Button>
      )}
    </section>
  );
};

const NextButton = ({ item }: { item: OpenItem }) => (
  <Button
    variant="primary"
    icon={<Icon icon={ArrowDown} />}
    onClick={() => {
      focusControl(item.controlId);
    }}
  >
    <Text id={item.kind === 'review' ? 'esign.read-on' : 'esign.next'} />
  </Button>
);
