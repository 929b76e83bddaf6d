/**
 * What the room tells the page that shows it in a frame (`postMessage`), and nobody but `allowedOrigins`. Host pages rely on it by
 * `src/embed`; what it says are hints, never proof: results are asked for with a key. It names nobody, and only ids that webhooks name too.
 */
import type { InteractionId } from '#contract/ids.ts';
import type { InteractionKind, InteractionStatus } from '#contract/interaction.ts';

export type FrameEvent =
  /** There is something to see: a task, the room, or why there is neither. Again after each load of the page. */
  | { type: 'ready' }
  /** CSS pixels that everything would need, at the width it has. */
  | { type: 'resize'; height: number }
  /** Signed, handed in, answered or paid; `status` says whether somebody has to look at it first. */
  | {
      type: 'interaction-completed';
      interaction: { id: InteractionId; kind: InteractionKind; status: InteractionStatus };
    }
  /** Nothing is left for the customer to do, until something is added or returned. */
  | { type: 'all-completed' }
  /** Nobody is let in by this link: `link-expired`, `session-ended`, `link-unknown`. */
  | { type: 'blocked'; code: string }
  /** A task could not be opened; the customer is offered to try again, or to go on without it. */
  | { type: 'error'; code: string };

/** Note: a version is never changed; types and members that are new may come with any, so whoever listens lets pass what it does not know. */
export type FrameMessage = { source: 'session-room'; version: 1 } & FrameEvent;
