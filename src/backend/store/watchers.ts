/** Callbacks by topic, called after the commit they tell of, never inside it. */
export function createWatchers<Topic, News = void>() {
  const byTopic = new Map<Topic, Set<(news: News) => void>>();
  return {
    topics: (): Topic[] => [...byTopic.keys()],
    watch(topic: Topic, callback: (news: News) => void): () => void {
      const callbacks = byTopic.get(topic) ?? new Set();
      byTopic.set(topic, callbacks.add(callback));
      return () => {
        callbacks.delete(callback);
        if (callbacks.size === 0) byTopic.delete(topic);
      };
    },
    notify(topic: Topic, news: News): void {
      queueMicrotask(() => {
        for (const callback of byTopic.get(topic) ?? []) callback(news);
      });
    },
  };
}
