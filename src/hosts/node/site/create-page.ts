/**
 * The page of a link, with the answer to its entry in it: what `early-entry.ts` would ask for is there already, as data that no browser
 * runs. What the page itself runs and wears is known by its hash, and nothing else may (`Content-Security-Policy`).
 */
import { createHash } from 'node:crypto';

export type PlacedEntry = { status: number; type: string; body: string };

export type Page = {
  /** `entry` null: the page asks for itself. */
  write: (entry: PlacedEntry | null) => string;
  /** `frames`: origins that may show the page in a frame. */
  policy: (frames: readonly string[]) => string;
};

const script = /<script>(.*?)<\/script>/s;
const style = /<style>(.*?)<\/style>/gs;

export function createPage(html: string): Page {
  const inline = script.exec(html)?.[1];
  if (inline === undefined) throw new Error('Failed to read the page: it has no script to start the room.');
  const hashes = { script: hash(inline), styles: [...html.matchAll(style)].map(([, text = '']) => hash(text)) };
  const [before, after] = splitAt(html, html.search(script));
  return {
    write: (entry) => (entry ? before + placeEntry(entry) + after : html),
    policy: (frames) => writePolicy(hashes, frames),
  };
}

const splitAt = (text: string, at: number) => [text.slice(0, at), text.slice(at)] as const;

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function placeEntry({ status, type, body }: PlacedEntry): string {
  return `<script type="application/json" id="entry" data-status="${status}" data-type="${escapeAttribute(type)}">${escapeJson(body)}</script>`;
}

const escapeAttribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** The same JSON, without a character that means anything to an HTML parser or ends a line of script. */
const escapeJson = (json: string): string =>
  json.replace(
    /[<>&\u2028\u2029]/g,
    (character) => String.raw`\u` + character.charCodeAt(0).toString(16).padStart(4, '0'),
  );

function writePolicy(hashes: { script: string; styles: readonly string[] }, frames: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${hashes.script}`,
    `style-src 'self' ${hashes.styles.join(' ')}`,
    // Note: `blob:` shows what was chosen on this device, before it is sent and after it was fetched.
    "img-src 'self' blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    `frame-ancestors ${frames.length === 0 ? "'none'" : frames.join(' ')}`,
  ].join('; ');
}
