/**
 * What `index.html` runs before anything else: it asks for the entry, and only then for the bundle. On one HTTP/2 connection
 * the bundle would otherwise get in front of the answer that decides the first screen. What the answer says is drawn as soon
 * as it is there. Compiled into the page by `vite-plugin-entry-html.ts`; every import makes the page itself larger.
 */
import { paintEntry, paintLoading } from '#room/app/paint-entry.ts';

declare global {
  /** Replaced at build time: the path of the entry endpoint, and the address of the room's bundle. */
  const ENTRY_PATH: string;
  const BUNDLE_URL: string;

  interface Window {
    /** The answer to the entry request, on its way since before the bundle was asked for. Set on `/s/…` pages only. */
    __entry?: Promise<Response>;
  }
}

const token = /^\/s\/([^/]+)/.exec(location.pathname)?.[1];

if (token !== undefined) {
  const answer = fetch(ENTRY_PATH, {
    headers: { authorization: `Bearer ${token}` },
    cache: 'no-store',
    credentials: 'omit',
  });
  window.__entry = answer;
  answer
    .then(async (response) => {
      if (response.ok) paintEntry(await response.clone().json());
    })
    // Note: a failure, or an answer that makes no sense, is the room's to tell once it listens.
    .catch(() => undefined);
}

const bundle = document.createElement('script');
bundle.type = 'module';
bundle.crossOrigin = '';
bundle.src = BUNDLE_URL;
document.head.append(bundle);
paintLoading();
