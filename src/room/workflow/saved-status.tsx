import { useEffect, useRef } from 'react';
import { useStore } from 'zustand/react';

import { useText } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';
import type { DraftKeeper, DraftState } from '#room/workflow/draft-keeper.ts';
import styles from '#room/workflow/saved-status.module.css';
import { useAnnounce } from '#ui/live-region.tsx';

/** "Saved 14:02", or why not. Its line is always there, so that nothing moves when it speaks. */
export const SavedStatus = ({ keeper }: { keeper: DraftKeeper }) => {
  const trouble = useStore(keeper.store, (state) => state.trouble);
  const savedAt = useStore(keeper.store, (state) => state.savedAt);
  const words = useWords({ trouble, savedAt });
  useSpoken(savedAt === null ? trouble : (trouble ?? 'saved'), words);
  return (
    <p className={styles['status']} data-trouble={trouble ?? undefined}>
      {words}
    </p>
  );
};

function useWords({ trouble, savedAt }: Pick<DraftState, 'trouble' | 'savedAt'>): string {
  const text = useText();
  const format = useFormat();
  if (trouble === 'device-only') return text('workflow.saved-on-device');
  if (trouble === 'nowhere') return text('workflow.not-saved');
  return savedAt === null ? '' : text('workflow.saved', { time: format.time(savedAt) });
}

/** Says it when something became different, not every time something was saved. */
function useSpoken(state: string | null, words: string): void {
  const announce = useAnnounce();
  const spoken = useRef(state);
  useEffect(() => {
    if (spoken.current === state) return;
    spoken.current = state;
    if (state !== null) announce(words);
  }, [state, words, announce]);
}
