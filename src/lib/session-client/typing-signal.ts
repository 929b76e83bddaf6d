/** Says to the other side that somebody is writing here: once every few seconds at most, for as long as they go on. */
import { useRef } from 'react';

import { typingInterval } from '#domain/typing.ts';

export type TypingSignal = {
  /** With every change of what is written. */
  note: (words: string) => void;
  /** It was sent; what is written next is news at once. */
  end: () => void;
};

/** `send` may fail: that somebody is writing is a comfort, and the next word comes soon. */
export function useTypingSignal(send: () => Promise<unknown>): TypingSignal {
  const quietUntil = useRef(0);
  return {
    note: (words) => {
      if (!/\S/.test(words) || Date.now() < quietUntil.current) return;
      quietUntil.current = Date.now() + typingInterval;
      send().catch(() => undefined);
    },
    end: () => {
      quietUntil.current = 0;
    },
  };
}
