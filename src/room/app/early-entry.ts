/**
 * What `index.html` runs before anything else: it asks for the entry, and for the bundle once the answer has begun. On one
 * HTTP/2 connection the bundle would otherwise get in front of it. A host may have put the answer into the page. What it says
 * is drawn as soon as it is there. Compiled into the page by `vite-plugin-entry-html.ts`; every import makes the page larger.
 */
import { paintDoesNotOpen, paintEntry, paintLoading } from '#room/app/paint-entry.ts';

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

/** The youngest of what the room needs, on every browser that it is built for (`vite.config.ts`). */
const isServed = 'toSorted' in Array.prototype;

let isFetchingBundle = false;

/** Milliseconds. However long the answer takes, the bundle waits no longer than this. */
const patience = 400;

// Note: fails when the room was quicker than the page.
paintLoading().catch(() => undefined);
// Note: while capturing, it hears of a bundle that does not arrive as well as of one that cannot be read.
addEventListener('error', giveUp, true);
if (token === undefined) fetchBundle();
else fetchEntry(token);

function fetchEntry(customer: string): void {
  // Note: without `same-origin` the request would need a connection of its own: two round trips more.
  const answer =
    readPlaced() ??
    fetch(ENTRY_PATH, {
      headers: { authorization: `Bearer ${customer}` },
      cache: 'no-store',
      credentials: 'same-origin',
    });
  window.__entry = answer;
  // Note: a failure, or an answer that makes no sense, is the room's to tell once it listens.
  answer.then(paintAnswer).catch(() => undefined);

  // Note: asked for together, all of the bundle gets in front of an answer that takes a few milliseconds to make.
  setTimeout(fetchBundle, patience);
  answer.finally(fetchBundle).catch(() => undefined);
}

/** The same answer, where the host has put it into the page as data (decision 019). */
function readPlaced(): Promise<Response> | undefined {
  const placed = document.getElementById('entry');
  if (!placed) return undefined;
  const { status, type = '' } = placed.dataset;
  const answer = new Response(placed.textContent, { status: Number(status), headers: { 'content-type': type } });
  return Promise.resolve(answer);
}

async function paintAnswer(response: Response): Promise<void> {
  if (response.ok) await paintEntry(await response.clone().json());
}

function fetchBundle(): void {
  if (isFetchingBundle) return;
  isFetchingBundle = true;
  if (!isServed) {
    giveUp();
    return;
  }
  const bundle = document.createElement('script');
  bundle.type = 'module';
  bundle.crossOrigin = '';
  bundle.src = BUNDLE_URL;
  document.head.append(bundle);
}

function giveUp(): void {
  // Note: fails when the room is there: what goes wrong from now on is its own to tell.
  paintDoesNotOpen().catch(() => undefined);
}
