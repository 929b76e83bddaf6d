/** Making a customer's link: the token is shown once, in the URL; only its hash is kept. */
import type { ParticipantId } from '#contract/ids.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { sha256Hex } from '#backend/session/hash.ts';
import type { StoredLink } from '#backend/session/session-record.ts';

export async function issueLink(
  { createToken, now, publicOrigin }: Pick<BackendDeps, 'createToken' | 'now' | 'publicOrigin'>,
  participant: ParticipantId,
  lifetime: number,
): Promise<{ link: StoredLink; url: string }> {
  const token = createToken();
  const createdAt = now();
  return {
    url: `${publicOrigin}/s/${token}`,
    link: {
      tokenHash: await sha256Hex(token),
      participant,
      createdAt,
      expiresAt: createdAt + lifetime,
      revokedAt: null,
    },
  };
}
