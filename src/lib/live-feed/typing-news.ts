/** What the live feed says of somebody who is writing, for as long as it holds: a few seconds, or until what they wrote arrives. */
import { typingLifetime } from '#domain/typing.ts';

export type TypingNews = {
  hear: (name: string) => void;
  /** They are done: it arrived, or nobody listens any more. */
  end: () => void;
};

/** `show`: who is writing; null = nobody any more. */
export function createTypingNews(show: (name: string | null) => void): TypingNews {
  let lapsing: ReturnType<typeof setTimeout> | undefined;
  const end = () => {
    clearTimeout(lapsing);
    show(null);
  };
  return {
    hear: (name) => {
      clearTimeout(lapsing);
      lapsing = setTimeout(end, typingLifetime);
      show(name);
    },
    end,
  };
}
