/** Tells the backend that somebody is at this console, for as long as it is open and they are signed in: what customers are told of their agent. */
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';

import { reportActivity } from '#contract/endpoints/engagement.ts';
import { activityInterval } from '#domain/agent-activity.ts';
import { useConsole } from '#console/client/console-client.tsx';

const signsOfUse = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'focus'] as const;
const longestIdle = 86_400;

export function useReportActivity(): void {
  const { tell } = useConsole();
  // Note: one that fails is made good by the next; none waits until the network is back.
  const { mutate } = useMutation({
    mutationFn: (idleFor: number) => tell(reportActivity, { idleFor }),
    networkMode: 'always',
  });
  useEffect(() => {
    let usedAt = Date.now();
    const report = () => {
      const idleFor = Math.floor((Date.now() - usedAt) / 1_000);
      mutate(Math.min(Math.max(0, idleFor), longestIdle));
    };
    const note = () => {
      const wasIdle = Date.now() - usedAt > activityInterval;
      usedAt = Date.now();
      if (wasIdle) report();
    };
    report();
    const timer = setInterval(report, activityInterval);
    for (const sign of signsOfUse) window.addEventListener(sign, note, { passive: true, capture: true });
    return () => {
      clearInterval(timer);
      for (const sign of signsOfUse) window.removeEventListener(sign, note, { capture: true });
    };
  }, [mutate]);
}
