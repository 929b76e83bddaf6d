/** Collects what happened since this screen opened. A new screen starts with what closed the one before it. */
import { useState } from 'react';

import type { InteractionId } from '#contract/ids.ts';
import type { Interaction } from '#contract/interaction.ts';
import { type News, resolveNews } from '#room/journey/resolve-news.ts';

type Seen = { interactions: readonly Interaction[]; currentId: InteractionId | null; news: News[] };

export function useJourneyNews(
  interactions: readonly Interaction[],
  currentId: InteractionId | null,
): { news: News[]; dismiss: (news: News) => void } {
  const [seen, setSeen] = useState<Seen>({ interactions, currentId, news: [] });

  if (seen.interactions !== interactions || seen.currentId !== currentId) {
    const fresh = resolveNews(seen.interactions, interactions, seen.currentId);
    const isSameScreen = seen.currentId === currentId;
    const kept = isSameScreen ? seen.news : seen.news.filter(({ kind }) => kind === 'returned');
    setSeen({
      interactions,
      currentId,
      // Note: in the room the cards themselves tell what is new; what the customer now sees needs no notice.
      news: [...kept, ...fresh].filter(
        ({ kind, interaction }) =>
          interaction.id !== currentId && (currentId !== null || kind === 'done' || kind === 'withdrawn'),
      ),
    });
  }

  return {
    news: seen.news,
    dismiss: (dismissed) => {
      setSeen({ ...seen, news: seen.news.filter((other) => other !== dismissed) });
    },
  };
}
