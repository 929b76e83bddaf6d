/** Entries as the backend would answer them, for tests of rules that read one. Everything is parsed, so nothing here can lie. */
import { type OpenEntry, entrySchema } from '#contract/entry.ts';
import {
  type Interaction,
  type InteractionKind,
  interactionSchema,
  type InteractionStatus,
} from '#contract/interaction.ts';
import type { SettingsLevel } from '#contract/settings.ts';
import { resolvePolicy } from '#domain/resolve-policy.ts';

const at = '2026-11-22T09:00:00.000Z';
const noBranding = { companyName: null, logo: null, primaryColor: null, backgroundColor: null };

/** `kind` and `status` may be words this build does not know. */
export const buildInteraction = (
  id: string,
  kind: InteractionKind | 'video-call' = 'esign',
  status: InteractionStatus | 'on-hold' = 'new',
): Interaction =>
  interactionSchema.parse({
    id,
    kind,
    status,
    title: `The ${kind} ${id}`,
    revision: 1,
    addedAt: at,
    closedAt: null,
    reason: null,
    files: [],
    ...(kind === 'payment' && {
      amount: { minorUnits: 4900, currency: 'EUR' },
      purpose: 'Fee',
      lastAttempt: null,
    }),
  });

type Options = { settings?: SettingsLevel; access?: 'full' | 'limited'; seq?: number };

export function buildOpenEntry(interactions: readonly Interaction[], options: Options = {}): OpenEntry {
  const { settings = { autoOpen: true }, access = 'full', seq = 1 } = options;
  const entry = entrySchema.parse({
    kind: 'open',
    branding: noBranding,
    policy: resolvePolicy({ system: {}, team: {}, session: settings }),
    session: {
      id: 'session-1',
      seq,
      state: access === 'full' ? 'open' : 'ended',
      access,
      agentName: 'Ada Agent',
      startedAt: at,
      you: 'participant-1',
      participants: [{ id: 'participant-1', number: 1, name: 'Cleo Customer', role: 'primary' }],
      interactions,
    },
    agentActivity: 'active',
    enteredAt: at,
  });
  if (entry.kind !== 'open') throw new Error('Failed to build an open entry.');
  return entry;
}

export const buildConsentEntry = () =>
  entrySchema.parse({ kind: 'consent', branding: noBranding, consent: { text: 'May we?', revision: 'r1' } });

export const buildBlockedEntry = (code: 'link-expired' | 'session-ended') =>
  entrySchema.parse({ kind: 'cannot-enter', code, branding: noBranding, newLink: null });
