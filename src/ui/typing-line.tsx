import { useState } from 'react';

import styles from '#ui/typing-line.module.css';

type TypingLineProps = {
  /** “Ada is typing…”; null = nobody is. */
  words: string | null;
};

/**
 * Who is writing. Its place is kept, so that nothing moves when somebody begins. It is heard once, politely, however often they pause: give
 * it another `key` when what they wrote has arrived.
 */
export const TypingLine = ({ words }: TypingLineProps) => {
  const isTyping = words !== null;
  const [wasTyping, setWasTyping] = useState(isTyping);
  const [wasHeard, setWasHeard] = useState(false);
  if (isTyping !== wasTyping) {
    setWasTyping(isTyping);
    if (wasTyping) setWasHeard(true);
  }
  return (
    <output className={styles['line']} aria-live={wasHeard ? 'off' : 'polite'}>
      {words}
    </output>
  );
};
