/** Applies the policy and the gates of `domain/` to a stored session: the one place where the levels are brought together. */
import { resolveGate, type Gate, type GateInput } from '#domain/entry-gates.ts';
import { resolvePolicy } from '#domain/resolve-policy.ts';
import type { Policy } from '#contract/policy.ts';
import type { SettingsLevels } from '#contract/settings.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { sha256Hex } from '#backend/session/hash.ts';
import { loadLevel, readStoredSettings } from '#backend/session/read-settings.ts';
import type { SessionRecord, StoredLink, StoredParticipant } from '#backend/session/session-record.ts';

type Levelled = Pick<SessionRecord, 'team' | 'settings'>;

export async function loadLevels(deps: Pick<BackendDeps, 'store'>, record: Levelled): Promise<SettingsLevels> {
  const [system, team] = await Promise.all([
    loadLevel(deps, { level: 'system', team: record.team }),
    loadLevel(deps, { level: 'team', team: record.team }),
  ]);
  return { system: system.settings, team: team.settings, session: readStoredSettings(record.settings) };
}

export const resolveRecordPolicy = async (deps: Pick<BackendDeps, 'store'>, record: Levelled): Promise<Policy> =>
  resolvePolicy(await loadLevels(deps, record));

/** The consent text's revision: its hash, so a changed text is asked again. */
export const consentRevision = async (policy: Policy) => (await sha256Hex(policy.consent.text ?? '')).slice(0, 16);

export async function resolveRecordGate(
  deps: Pick<BackendDeps, 'store' | 'now'>,
  { record, link, participant }: { record: SessionRecord; link: StoredLink; participant: StoredParticipant },
  moment: GateInput['moment'],
): Promise<{ policy: Policy; gate: Gate; consentRevision: string }> {
  const policy = await resolveRecordPolicy(deps, record);
  const revision = await consentRevision(policy);
  const latest = record.consents.findLast((consent) => consent.participant === participant.id);
  const gate = resolveGate({
    link,
    session: record,
    policy,
    agreedRevision: latest?.decision === 'agree' ? latest.revision : null,
    consentRevision: revision,
    now: deps.now(),
    moment,
  });
  return { policy, gate, consentRevision: revision };
}
