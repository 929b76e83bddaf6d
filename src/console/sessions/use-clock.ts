import { useEffect, useState } from 'react';

const minute = 60_000;

/** The time in milliseconds, to the minute: for what runs out while somebody looks at it. */
export function useClock(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), minute);
    return () => clearInterval(ticking);
  }, []);
  return now;
}
