/** Why this program cannot start, in words for whoever operates it. Shown alone, without a stack. */
export class HostError extends Error {
  override readonly name = 'HostError';
}
