/**
 * Puts the backend behind `/api/`: through MSW's service worker where there can be one, else by answering `fetch` inside the
 * page. Navigations are never answered here, and the sandbox provider's page is shown by `show-sandbox-page.ts`.
 */
import type { Backend } from '#backend/create-backend.ts';
import { answerFetch } from '#hosts/browser/answer-fetch.ts';

const workerPatience = 8_000;

/** Settles when requests are answered. `page`: no service worker, this page alone is served. */
export async function startMockBackend(backend: Backend): Promise<'worker' | 'page'> {
  try {
    await within(workerPatience, startWorker(backend));
    return 'worker';
  } catch {
    // Insecure context, blocked storage, private frames: the same backend, one step closer.
    answerFetch(backend);
    return 'page';
  }
}

async function startWorker(backend: Backend): Promise<void> {
  if (!('serviceWorker' in navigator)) throw new Error('Failed to start: no service workers here.');
  // Note: MSW reads storage while it is imported, so where storage is blocked the import itself fails.
  const [{ setupWorker }, { http }] = await Promise.all([import('msw/browser'), import('msw/http')]);
  const worker = setupWorker(http.all('/api/*', ({ request }) => backend(request)));
  await worker.start({ quiet: true, onUnhandledFrame: 'bypass' });
}

const within = <Result>(milliseconds: number, work: Promise<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`Failed to start: no answer within ${milliseconds} ms.`));
    }, milliseconds);
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
