/** The key of what the customer wants to be done: kept while the same is tried again, so that it is done once however often it is sent. */
import { useRef } from 'react';

import type { IdempotencyKey } from '#contract/ids.ts';
import { createKey } from '#lib/api/call-endpoint.ts';

export type Intent = {
  /** Changed content is a new intent. */
  keyFor: (input: unknown) => IdempotencyKey;
  /** It was done, or can never be done as it is: the next time is another one. */
  forget: () => void;
};

export function useIntent(): Intent {
  const last = useRef<{ content: string; key: IdempotencyKey } | null>(null);
  return {
    keyFor: (input) => {
      const content = JSON.stringify(input);
      if (last.current?.content !== content) last.current = { content, key: createKey() };
      return last.current.key;
    },
    forget: () => {
      last.current = null;
    },
  };
}
