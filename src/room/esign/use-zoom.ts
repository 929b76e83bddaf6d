import { useState } from 'react';

/** 1 = as wide as there is room. */
const steps = [1, 1.25, 1.5, 2, 3] as const;

export function useZoom() {
  const [step, setStep] = useState(0);
  return {
    value: steps[step] ?? 1,
    canShrink: step > 0,
    canGrow: step < steps.length - 1,
    shrink: () => {
      setStep((before) => Math.max(before - 1, 0));
    },
    grow: () => {
      setStep((before) => Math.min(before + 1, steps.length - 1));
    },
  };
}
