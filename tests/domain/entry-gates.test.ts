import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { SettingsLevel } from '#contract/settings.ts';
import { type GateInput, linkLifetime, resolveEndAccess, resolveGate, visitGrace } from '#domain/entry-gates.ts';
import { resolvePolicy } from '#domain/resolve-policy.ts';

const day = 24 * 60 * 60 * 1_000;
const noon = Date.UTC(2026, 10, 22, 12);
const policyOf = (session: SettingsLevel) => resolvePolicy({ system: {}, team: {}, session });
const consentOn = { consent: { on: true, text: 'May we?' } };

/** A link that works, in an open session, with nothing to agree to. */
const gate = (overrides: Partial<GateInput> = {}) =>
  resolveGate({
    link: { expiresAt: noon + day, revokedAt: null },
    session: { endedAt: null },
    policy: policyOf({}),
    agreedRevision: null,
    consentRevision: 'r1',
    now: noon,
    moment: 'entering',
    ...overrides,
  });
const blocked = (code: string) => ({ kind: 'cannot-enter', code });
const open = { kind: 'open', access: 'full' };

describe('The gates of a link, in their order', () => {
  const revoked = { expiresAt: noon - day, revokedAt: noon };
  const expired = { expiresAt: noon, revokedAt: null };
  const ended = { session: { endedAt: noon - day }, policy: policyOf({ ...consentOn, endAccess: { level: 'none' } }) };

  it('lets in whoever has a working link to an open session', () => {
    expect(gate()).toEqual(open);
  });

  it('says that a revoked link is unknown, whatever else is the matter', () => {
    expect(gate({ ...ended, link: revoked })).toEqual(blocked('link-unknown'));
  });

  it('says that a session ended before it says that the link expired', () => {
    expect(gate({ ...ended, link: expired })).toEqual(blocked('session-ended'));
  });

  it('says that the link expired before it asks for consent', () => {
    expect(gate({ link: expired, policy: policyOf(consentOn) })).toEqual(blocked('link-expired'));
  });

  it('asks for consent last', () => {
    expect(gate({ policy: policyOf(consentOn) })).toEqual({ kind: 'consent', text: 'May we?' });
  });

  it('stands at the first unmet gate, however they are combined', () => {
    const anyInput = fc.record({
      isRevoked: fc.boolean(),
      isEnded: fc.boolean(),
      isExpired: fc.boolean(),
      mustConsent: fc.boolean(),
    });
    fc.assert(
      fc.property(anyInput, ({ isRevoked, isEnded, isExpired, mustConsent }) => {
        const expected = isRevoked
          ? blocked('link-unknown')
          : isEnded
            ? blocked('session-ended')
            : isExpired
              ? blocked('link-expired')
              : mustConsent
                ? { kind: 'consent', text: 'May we?' }
                : open;
        const result = gate({
          link: { expiresAt: isExpired ? noon : noon + 1, revokedAt: isRevoked ? noon : null },
          session: { endedAt: isEnded ? noon : null },
          policy: policyOf({ endAccess: { level: 'none' }, ...(mustConsent && consentOn) }),
        });
        expect(result).toEqual(expected);
      }),
      { seed: 7 },
    );
  });
});

describe('A link', () => {
  it('works to the last millisecond before it expires', () => {
    expect(gate({ link: { expiresAt: noon + 1, revokedAt: null } })).toEqual(open);
    expect(gate({ link: { expiresAt: noon, revokedAt: null } })).toEqual(blocked('link-expired'));
  });

  it('lets someone who is inside go on for twelve hours after it expired, and no longer', () => {
    const link = { expiresAt: noon, revokedAt: null };
    expect(visitGrace).toBe(12 * 60 * 60 * 1_000);
    expect(gate({ link, moment: 'visiting', now: noon + visitGrace - 1 })).toEqual(open);
    expect(gate({ link, moment: 'visiting', now: noon + visitGrace })).toEqual(blocked('link-expired'));
    expect(gate({ link, moment: 'entering', now: noon + 1 })).toEqual(blocked('link-expired'));
  });

  it('is unknown once it is revoked, also to someone who is inside', () => {
    const link = { expiresAt: noon + day, revokedAt: noon };
    expect(gate({ link, now: noon, moment: 'visiting' })).toEqual(blocked('link-unknown'));
    expect(gate({ link, now: noon - 1 }), 'the clock was set back').toEqual(blocked('link-unknown'));
  });

  it('works as many days as the policy says, seven if it says nothing', () => {
    expect(linkLifetime(policyOf({}))).toBe(7 * day);
    expect(linkLifetime(policyOf({ accessDuration: 30 }))).toBe(30 * day);
  });
});

describe('After the session ended', () => {
  const access = (endAccess: SettingsLevel['endAccess'], sinceEnd: number) =>
    resolveEndAccess(policyOf({ endAccess }).endAccess, { endedAt: noon }, noon + sinceEnd);

  it.each([
    { title: 'everything is left with "full"', endAccess: { level: 'full' }, sinceEnd: 3_650 * day, left: 'full' },
    {
      title: 'everything is left until the last moment of "full until"',
      endAccess: { level: 'full-until', days: 3 },
      sinceEnd: 3 * day - 1,
      left: 'full',
    },
    {
      title: 'nothing is left when the days of "full until" are over',
      endAccess: { level: 'full-until', days: 3 },
      sinceEnd: 3 * day,
      left: 'none',
    },
    {
      title: '"full until" without days lasts a week',
      endAccess: { level: 'full-until' },
      sinceEnd: 7 * day - 1,
      left: 'full',
    },
    { title: 'and not longer', endAccess: { level: 'full-until' }, sinceEnd: 7 * day, left: 'none' },
    {
      title: 'reviewing and downloading is left with "limited", for good when no days are named',
      endAccess: { level: 'limited' },
      sinceEnd: 3_650 * day,
      left: 'limited',
    },
    {
      title: '"limited" lasts to the last moment of its days',
      endAccess: { level: 'limited', days: 2 },
      sinceEnd: 2 * day - 1,
      left: 'limited',
    },
    {
      title: 'and nothing is left after them',
      endAccess: { level: 'limited', days: 2 },
      sinceEnd: 2 * day,
      left: 'none',
    },
    { title: 'nothing is left with "none", at once', endAccess: { level: 'none' }, sinceEnd: 0, left: 'none' },
    { title: 'limited is what is left by default', endAccess: undefined, sinceEnd: day, left: 'limited' },
  ] as const)('$title', ({ endAccess, sinceEnd, left }) => {
    expect(access(endAccess, sinceEnd)).toBe(left);
  });

  it.each(['full', 'full-until', 'limited', 'none'] as const)(
    'an open session leaves everything, whatever "%s" will leave of it',
    (level) => {
      expect(resolveEndAccess(policyOf({ endAccess: { level } }).endAccess, { endedAt: null }, noon)).toBe('full');
    },
  );

  it('what is left is still behind the gates of link and consent', () => {
    const session = { endedAt: noon - day };
    expect(gate({ session })).toEqual({ kind: 'open', access: 'limited' });
    expect(gate({ session, policy: policyOf(consentOn) })).toMatchObject({ kind: 'consent' });
    expect(gate({ session, link: { expiresAt: noon, revokedAt: null } })).toEqual(blocked('link-expired'));
  });
});

describe('Consent', () => {
  const asked = { kind: 'consent', text: 'May we?' };

  it.each([
    { title: 'is not asked when it is off', settings: { consent: { on: false, text: 'May we?' } }, expected: open },
    { title: 'is not asked without a text to agree to', settings: { consent: { on: true } }, expected: open },
    { title: 'is asked of whoever never agreed', settings: consentOn, expected: asked },
    { title: 'is not asked again once agreed', settings: consentOn, agreedRevision: 'r1', expected: open },
    { title: 'is asked again when the text changed', settings: consentOn, agreedRevision: 'r0', expected: asked },
  ])('$title', ({ settings, agreedRevision = null, expected }) => {
    expect(gate({ policy: policyOf(settings), agreedRevision })).toEqual(expected);
  });
});
