/** "Send me a new link": who may have one, over which channel, and how long until the next (product.md 4.1). */
import type { NewLinkOffer } from '#contract/entry.ts';
import type { EngagementChannel } from '#contract/session.ts';
import type { Policy } from '#contract/policy.ts';
import { maskEmail, maskPhone } from '#domain/mask-address.ts';
import type { LinkHolder } from '#backend/http/caller.ts';
import { readReach } from '#backend/session/participants.ts';
import type { StoredReach } from '#backend/session/session-record.ts';

/** Seconds between two new links of one participant. */
export const newLinkCoolDown = 60;

export type Address = { channel: EngagementChannel; to: string };

/**
 * Where messages to this participant may go now: over their engagement channel, never by text when text messages
 * are off, never at all in an embedded session [owner]. Null = nothing may be sent.
 */
export function resolveAddress(
  { record, participant }: Pick<LinkHolder, 'record' | 'participant'>,
  policy: Policy,
): Address | null {
  const { channel } = readReach(record, participant);
  if (policy.embeddedSession.value || channel === null) return null;
  if (channel === 'sms' && !policy.textMessages.value) return null;
  const to = channel === 'email' ? participant.email : participant.phone;
  return to === null ? null : { channel, to };
}

export function resolveNewLinkOffer(holder: LinkHolder, policy: Policy, now: number): NewLinkOffer | null {
  const address = resolveAddress(holder, policy);
  if (!address) return null;
  return {
    channel: address.channel,
    maskedAddress: address.channel === 'email' ? maskEmail(address.to) : maskPhone(address.to),
    coolDown: resolveCoolDown(readReach(holder.record, holder.participant), now),
  };
}

/** Seconds until another link may be asked for. */
export function resolveCoolDown({ newLinkSentAt }: Pick<StoredReach, 'newLinkSentAt'>, now: number): number {
  const elapsed = newLinkSentAt === null ? Infinity : (now - newLinkSentAt) / 1_000;
  // Note: the clock may have been set back since; nobody waits for it to catch up.
  const remaining = elapsed < 0 ? 0 : newLinkCoolDown - elapsed;
  return Math.max(0, Math.ceil(remaining));
}
