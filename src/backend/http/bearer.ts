/** The token a request comes with: of a customer's link, or of a sign-in. */
const pattern = /^Bearer ([A-Za-z0-9_-]{16,128})$/;

/** Null where there is none, or none that was ever given. */
export const readBearer = ({ headers }: Request): string | null =>
  pattern.exec(headers.get('authorization') ?? '')?.[1] ?? null;
