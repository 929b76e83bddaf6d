import { useState } from 'react';

import type { SettingValue } from '#contract/preferences.ts';

type Draft<Content> = { content: Content; from: SettingValue };

/**
 * What is typed and not saved yet, with what the setting was when the typing began: that is what the writer saw, whatever others did since.
 * Null: nothing is being typed.
 */
export function useDraft<Content>(own: SettingValue) {
  const [draft, setDraft] = useState<Draft<Content> | null>(null);
  return {
    draft,
    type: (content: Content) => setDraft({ content, from: draft ? draft.from : own }),
    drop: () => setDraft(null),
  };
}
