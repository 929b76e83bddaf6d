/**
 * Makes the page believe that its device lost the network, and that it came back: what `navigator.onLine` and its events say.
 * There may be several reasons at a time; the network is back when the last one is gone.
 */
export type OfflineReason = 'qa' | 'fault' | 'scenario';

export type PretendedNetwork = {
  cut: (reason: OfflineReason) => void;
  restore: (reason: OfflineReason) => void;
  isCut: () => boolean;
};

export function createPretendedNetwork(): PretendedNetwork {
  const reasons = new Set<OfflineReason>();
  return {
    cut(reason) {
      if (reasons.has(reason)) return;
      reasons.add(reason);
      if (reasons.size > 1) return;
      Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
      dispatchEvent(new Event('offline'));
    },
    restore(reason) {
      if (!reasons.delete(reason) || reasons.size > 0) return;
      // Note: the own property hides the browser's; without it the truth is back.
      Reflect.deleteProperty(navigator, 'onLine');
      dispatchEvent(new Event('online'));
    },
    isCut: () => reasons.size > 0,
  };
}
