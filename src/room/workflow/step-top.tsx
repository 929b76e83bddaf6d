import { type ReactNode, useEffect } from 'react';
import { flushSync } from 'react-dom';
import { useStore } from 'zustand/react';
import ArrowLeft from 'lucide-react/icons/arrow-left';

import type { WorkflowSummary } from '#contract/interaction.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import type { DraftKeeper } from '#room/workflow/draft-keeper.ts';
import styles from '#room/workflow/step-top.module.css';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { useAnnounce } from '#ui/live-region.tsx';
import { Notice } from '#ui/notice.tsx';

type StepTopProps = {
  interaction: WorkflowSummary;
  keeper: DraftKeeper;
  /** "Step 2"; nothing on the last page. */
  place?: ReactNode;
  /** Absent on the first page. */
  onBack: (() => void) | undefined;
};

/** Above every page's heading: what to know first, the way back, and how far one is. */
export const StepTop = ({ interaction, keeper, place, onBack }: StepTopProps) => (
  <>
    <ElsewhereNotice keeper={keeper} />
    <ReturnedNotice interaction={interaction} />
    <div className={styles['line']}>
      {onBack && (
        <Button variant="quiet" icon={<Icon icon={ArrowLeft} directional />} onClick={onBack}>
          <Text id="workflow.back" />
        </Button>
      )}
      {place !== undefined && <p className={styles['place']}>{place}</p>}
    </div>
  </>
);

const ReturnedNotice = ({ interaction: { status, reason } }: { interaction: WorkflowSummary }) => {
  const text = useText();
  if (status !== 'returned' || reason === null) return false;
  return (
    <Notice tone="warning" label={text('workflow.returned.label')} title={text('workflow.returned.title')}>
      <bdi>{reason}</bdi>
    </Notice>
  );
};

/** The same questions are being answered in another tab or on another device. Nothing is lost before the customer chose. */
const ElsewhereNotice = ({ keeper }: { keeper: DraftKeeper }) => {
  const text = useText();
  const announce = useAnnounce();
  const isElsewhere = useStore(keeper.store, ({ other }) => other !== null);
  const words = text('workflow.elsewhere.text');

  useEffect(() => {
    if (isElsewhere) announce(words);
  }, [isElsewhere, words, announce]);

  /** The pressed button goes away; reading goes on at the top of the page. */
  const choose = (version: () => void) => {
    // Note: the other version writes the page anew; its heading has to be there first.
    flushSync(version);
    document.querySelector<HTMLElement>('main h1')?.focus();
  };

  if (!isElsewhere) return false;
  return (
    <Notice
      tone="warning"
      label={text('workflow.elsewhere.label')}
      title={text('workflow.elsewhere.title')}
      actions={
        <>
          <Button onClick={() => choose(keeper.keepHere)}>{text('workflow.elsewhere.keep')}</Button>
          <Button onClick={() => choose(keeper.loadOther)}>{text('workflow.elsewhere.load')}</Button>
        </>
      }
    >
      {words}
    </Notice>
  );
};
