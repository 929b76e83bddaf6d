/** What a password must not be, beyond its length (`contract/person.ts`). No rules of composition: they make passwords that are written down. */

/** Null: it may be used. */
export function findPasswordFault(password: string, email: string): 'is-email' | 'repeats' | null {
  const plain = password.toLowerCase();
  if (plain.includes(email) || email.includes(plain)) return 'is-email';
  return new Set(plain).size < 4 ? 'repeats' : null;
}
