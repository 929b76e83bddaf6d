/**
 * What `index.html` runs before anything else: it asks for the entry, and only then for the bundle. On one HTTP/2
 * connection the bundle would otherwise get in front of the answer that decides the first screen.
 * Compiled into the page by `vite-plugin-entry-html.ts`; it imports nothing.
 */
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
  // Note: a failure is the room's to tell, once it listens; until then it must not count as unhandled.
  answer.catch(() => undefined);
  window.__entry = answer;
}

const bundle = document.createElement('script');
bundle.type = 'module';
bundle.crossOrigin = '';
bundle.src = BUNDLE_URL;
document.head.append(bundle);

export {};
