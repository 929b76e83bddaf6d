import { useState } from 'react';

import { useText } from '#lib/i18n/text.tsx';
import { keepPlace } from '#room/esign/pdf/keep-place.ts';
import { useAnnounce } from '#ui/live-region.tsx';

/** 1 = as wide as there is room. */
const steps = [1, 1.25, 1.5, 2, 3] as const;

export function useZoom() {
  const text = useText();
  const announce = useAnnounce();
  const [step, setStep] = useState(0);
  const go = (next: number) => {
    const bounded = Math.min(Math.max(next, 0), steps.length - 1);
    keepPlace(() => {
      setStep(bounded);
    });
    announce(text('esign.zoom-now', { percent: steps[bounded] ?? 1 }));
  };
  return {
    value: steps[step] ?? 1,
    canShrink: step > 0,
    canGrow: step < steps.length - 1,
    shrink: () => {
      go(step - 1);
    },
    grow: () => {
      go(step + 1);
    },
    fit: () => {
      go(0);
    },
  };
}
