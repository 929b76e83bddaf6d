/**
 * The gates of a session link, in their one order (product.md 4): link known, session ended, link expired, consent.
 * Pure; the backend asks before every answer, so nothing behind an unmet gate ever leaves it.
 */
import type { Policy } from '#contract/policy.ts';

const day = 24 * 60 * 60 * 1_000;

/**
 * How long what was opened in time may go on after the link ran out: an expired link never cuts off someone inside
 * (product.md 4.1), but is no key for ever either. Milliseconds.
 */
export const visitGrace = 12 * 60 * 60 * 1_000;

export type Access = 'full' | 'limited' | 'none';

/** What an ended session leaves; `full-until` without days counts 7, as the link does. Times in milliseconds. */
export function resolveEndAccess(
  { value }: Policy['endAccess'],
  session: { endedAt: number | null },
  now: number,
): Access {
  if (session.endedAt === null) return 'full';
  const until = session.endedAt + (value.days ?? 7) * day;
  switch (value.level) {
    case 'full':
      return 'full';
    case 'full-until':
      return now < until ? 'full' : 'none';
    case 'limited':
      return value.days === undefined || now < until ? 'limited' : 'none';
    case 'none':
      return 'none';
  }
}

export type GateInput = {
  link: { expiresAt: number; revokedAt: number | null };
  session: { endedAt: number | null };
  policy: Policy;
  /** The revision this participant agreed to last; null = never, or refused since. */
  agreedRevision: string | null;
  consentRevision: string;
  now: number;
  /** `visiting`: a request from a page that was let in before; it may outlive the link by `visitGrace`. */
  moment: 'entering' | 'visiting';
};

export type Gate =
  | { kind: 'cannot-enter'; code: 'link-unknown' | 'session-ended' | 'link-expired' }
  | { kind: 'consent'; text: string }
  | { kind: 'open'; access: 'full' | 'limited' };

export function resolveGate(input: GateInput): Gate {
  const { link, session, policy, now } = input;
  // Note: whenever that was. A clock that is set back brings no link back.
  if (link.revokedAt !== null) return { kind: 'cannot-enter', code: 'link-unknown' };
  const access = resolveEndAccess(policy.endAccess, session, now);
  if (access === 'none') return { kind: 'cannot-enter', code: 'session-ended' };

  const grace = input.moment === 'visiting' ? visitGrace : 0;
  if (now >= link.expiresAt + grace) return { kind: 'cannot-enter', code: 'link-expired' };

  const { consent } = policy;
  if (consent.value && consent.text !== null && !hasConsented(input)) {
    return { kind: 'consent', text: consent.text };
  }
  return { kind: 'open', access };
}

/** Once agreed in a session it is not asked again in it, unless the text changed. */
const hasConsented = ({ agreedRevision, consentRevision }: GateInput) => agreedRevision === consentRevision;

export const linkLifetime = (policy: Policy) => policy.accessDuration.value * day;
