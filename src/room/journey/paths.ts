/** The room's addresses. The token stays in the path: it is the link itself, and nothing else carries it. */
import { type InteractionId, interactionIdSchema } from '#contract/ids.ts';

export const roomPath = (token: string) => `/s/${token}`;
export const interactionPath = (token: string, id: InteractionId) => `/s/${token}/i/${id}`;
/** Of where the journey stands: inside this interaction, or in the room. */
export const placePath = (token: string, id: InteractionId | null) =>
  id === null ? roomPath(token) : interactionPath(token, id);
/** Where the payment provider sends the customer back to. */
export const paymentReturnPath = (token: string, id: InteractionId) => `/s/${token}/paid/${id}`;

const interactionPattern = /^\/s\/[^/]+\/i\/([^/]+)/;

/** The interaction an address names; null in the room and for anything that cannot be an id. */
export function parseInteractionId(pathname: string): InteractionId | null {
  const id = interactionIdSchema.safeParse(interactionPattern.exec(pathname)?.[1]);
  return id.success ? id.data : null;
}

const tokenPattern = /^\/s\/([A-Za-z0-9_-]{16,128})(?:\/|$)/;

/** The link's token; null when the address is no session link. */
export const parseToken = (pathname: string): string | null => tokenPattern.exec(pathname)?.[1] ?? null;

/** Coming back from the payment provider: goes on with the visit, and into the room. */
export const isPaymentReturn = (pathname: string): boolean => /^\/s\/[^/]+\/paid\//.test(pathname);

const paidPattern = /^\/s\/[^/]+\/paid\/([^/]+)/;

/** The payment the customer comes back from; null for anything that cannot be an id. */
export function parsePaidId(pathname: string): InteractionId | null {
  const id = interactionIdSchema.safeParse(paidPattern.exec(pathname)?.[1]);
  return id.success ? id.data : null;
}
