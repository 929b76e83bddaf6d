/** Does something in one tab at a time, over all tabs of the browser. */

/** Note: insecure contexts and frames with blocked storage have no locks; there is no second tab to share with either. */
export async function alone<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  if (!('locks' in navigator)) return work();
  try {
    return await navigator.locks.request(name, work);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'SecurityError') return work();
    throw error;
  }
}
