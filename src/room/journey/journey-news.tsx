import { useEffect } from 'react';
import Check from 'lucide-react/icons/check';

import { useText } from '#lib/i18n/text.tsx';
import styles from '#room/journey/journey-news.module.css';
import type { News } from '#room/journey/resolve-news.ts';
import { Icon } from '#ui/icon.tsx';
import { useAnnounce } from '#ui/live-region.tsx';
import { Notice } from '#ui/notice.tsx';

type Props = { news: readonly News[]; onDismiss: (news: News) => void };

/** The moment between two tasks, and whatever the agent changed meanwhile: quiet, above the screen, in its flow. */
export const JourneyNews = ({ news, onDismiss }: Props) => (
  <div className={styles['news']}>
    {news.map((item) =>
      item.kind === 'done' ? (
        <DoneLine key={item.interaction.id} news={item} />
      ) : (
        <NewsNotice
          key={`${item.kind}-${item.interaction.id}`}
          news={item}
          onDismiss={() => {
            onDismiss(item);
          }}
        />
      ),
    )}
  </div>
);

const DoneLine = ({ news }: { news: News }) => {
  const words = useNewsWords(news);
  useSaidOnce(words);
  return (
    <p className={styles['done']}>
      <Icon icon={Check} />
      {words}
    </p>
  );
};

const tones = { done: 'success', withdrawn: 'info', added: 'info', returned: 'warning' } as const;

const NewsNotice = ({ news, onDismiss }: { news: News; onDismiss: () => void }) => {
  const words = useNewsWords(news);
  const text = useText();
  useSaidOnce(words);
  return (
    <Notice
      tone={tones[news.kind]}
      label={text(news.kind === 'done' ? 'journey.done.label' : `notices.${news.kind}.label`)}
      onDismiss={onDismiss}
    >
      {words}
    </Notice>
  );
};

function useNewsWords({ kind, interaction: { title, reason, heldBy } }: News): string {
  const text = useText();
  switch (kind) {
    case 'done':
      return heldBy
        ? text('journey.handed-over', { title, name: heldBy.name })
        : text('journey.moment', { done: title });
    case 'added':
      return text('notices.added', { title });
    case 'withdrawn':
      return reason ? text('notices.withdrawn-reason', { title, reason }) : text('notices.withdrawn', { title });
    case 'returned':
      return text('notices.returned', { title });
  }
}

function useSaidOnce(words: string): void {
  const announce = useAnnounce();
  useEffect(() => {
    announce(words);
  }, [announce, words]);
}
