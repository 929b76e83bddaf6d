/**
 * Everything the backend needs from the world. A host brings them; the core detects nothing and imports no host
 * (architecture rule 1). Time and chance come in here, so tests are exact.
 */
import type { Language } from '#contract/language.ts';
import type { RightsHolder } from '#domain/rights.ts';
import type { CallLimits } from '#backend/http/call-limits.ts';
import type { MessageTexts } from '#backend/messages/word-message.ts';
import type { Passwords } from '#backend/people/passwords.ts';
import type { PaymentProvider } from '#backend/payments/payment-provider.ts';
import type { Blobs } from '#backend/store/blobs.ts';
import type { Store } from '#backend/store/store.ts';

export type Agent = RightsHolder & {
  name: string;
  /** The host itself knows them, and lets them pass customers' links on whatever the policy says of copying. */
  passesLinksOn?: boolean;
};

export type LogLine = {
  requestId: string;
  method: string;
  /** The endpoint's pattern, never the real path, which may hold ids; `(none)` when there is no endpoint. */
  route: string;
  status: number;
  code?: string;
  /** For `internal`, and where somebody else failed us: what was thrown. Hosts decide how to keep it. */
  cause?: unknown;
};

export type BackendDeps = {
  store: Store;
  blobs: Blobs;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** A new unguessable id, 128 bits, URL-safe. */
  createId: () => string;
  /** A new link token, 256 bits, URL-safe. */
  createToken: () => string;
  /**
   * A TrueType font for names and answers that Latin-1 cannot write; asked for when a document needs it. Where its bytes
   * lie is the host's affair.
   */
  loadFont: () => Promise<Uint8Array<ArrayBuffer>>;
  /** What messages to customers say, in this language; where the catalogs lie is the host's affair. */
  loadTexts: (language: Language) => Promise<MessageTexts>;
  passwords: Passwords;
  /** Whom the host knows by a request's credential; those who signed in are in `people/authenticate-person.ts`. Null = nobody. */
  authenticateAgent: (request: Request) => Promise<Agent | null>;
  /** Where customers reach the room: `https://room.example.com`, no slash at the end. */
  publicOrigin: string;
  payments: PaymentProvider;
  /** Whether webhooks may go to this very machine, also without TLS: for trying things out. */
  webhooksToLoopback: boolean;
  /** Whether a link that a browser follows by itself is answered by this backend. */
  servesLinks: boolean;
  /** Null: nobody is counted. */
  limits: CallLimits | null;
  log: (line: LogLine) => void;
};
