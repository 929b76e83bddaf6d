/** Links that set a password once: the person's id and a secret, behind `#`, so that no server's log ever has it. */
import type { passwordLinkSchema } from '#contract/person.ts';
import type { BackendDeps } from '#backend/deps.ts';
import type { PersonRecord } from '#backend/people/person-record.ts';
import { sha256Hex } from '#backend/session/hash.ts';
import { toInstant } from '#backend/session/project-session.ts';
import type * as z from 'zod/mini';

/** Milliseconds. */
const lifetime = 3 * 24 * 60 * 60_000;

export type IssuedPasswordLink = {
  stored: NonNullable<PersonRecord['passwordLink']>;
  told: z.infer<typeof passwordLinkSchema>;
};

export async function issuePasswordLink(
  { createToken, now, publicOrigin }: Pick<BackendDeps, 'createToken' | 'now' | 'publicOrigin'>,
  id: PersonRecord['id'],
): Promise<IssuedPasswordLink> {
  const secret = createToken();
  const expiresAt = now() + lifetime;
  return {
    stored: { secretHash: await sha256Hex(secret), expiresAt },
    told: { url: `${publicOrigin}/console/set-password#${id}.${secret}`, expiresAt: toInstant(expiresAt) },
  };
}
