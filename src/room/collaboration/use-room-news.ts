/** Tells those who listen what the agent changed while they stand in the room. Those who look see it on the cards. */
import { useEffect, useRef } from 'react';

import type { Interaction } from '#contract/interaction.ts';
import { useText } from '#lib/i18n/text.tsx';
import { useAnnounce } from '#ui/live-region.tsx';

type NewsId = 'room.news.added' | 'room.news.returned' | 'room.news.cancelled' | 'room.news.completed';

export function useRoomNews(interactions: readonly Interaction[]): void {
  const text = useText();
  const announce = useAnnounce();
  const told = useRef(interactions);

  useEffect(() => {
    const before = new Map(told.current.map((interaction) => [interaction.id, interaction]));
    told.current = interactions;
    const words = interactions.flatMap((interaction) => {
      const id = resolveRoomNews(before.get(interaction.id), interaction);
      return id ? [text(id, { title: interaction.title })] : [];
    });
    if (words.length > 0) announce(words.join(' '));
  }, [interactions, text, announce]);
}

function resolveRoomNews(before: Interaction | undefined, after: Interaction): NewsId | null {
  if (!before) return 'room.news.added';
  if (before.status === after.status) return null;
  switch (after.status) {
    case 'returned':
    case 'cancelled':
    case 'completed':
      return `room.news.${after.status}`;
    case 'new':
    case 'in-progress':
    case 'under-review':
    case 'waiting-for-others':
    case 'declined':
    case 'expired':
    case 'unknown':
      return null;
  }
}
