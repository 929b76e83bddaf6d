/** Makes the page believe that its device lost the network, and that it came back: what `navigator.onLine` and its events say. */
export type PretendedNetwork = { cut: () => void; restoreSoon: () => void };

const pause = 3_000;

export const pretendedNetwork: PretendedNetwork = {
  cut() {
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    dispatchEvent(new Event('offline'));
  },
  restoreSoon() {
    setTimeout(() => {
      // Note: the own property hides the browser's; without it the truth is back.
      Reflect.deleteProperty(navigator, 'onLine');
      dispatchEvent(new Event('online'));
    }, pause);
  },
};
