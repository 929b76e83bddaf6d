/** The page around this one, as far as the browser tells. */
export type Surroundings = {
  /** Origins of the pages around, the closest first; undefined in browsers that do not say. */
  ancestors: readonly string[] | undefined;
  /** The address of whoever led here: the page around, or a payment provider that the customer comes back from. */
  referrer: string;
};

/**
 * Whom to tell: never more than the policy allows, and of those the one that is there, where that is known. Note: the browser itself
 * delivers to the named origin alone; choosing only spares the others a complaint in the console.
 */
export function resolveTargets(allowed: readonly string[], { ancestors, referrer }: Surroundings): string[] {
  const origins = [...new Set(allowed.map(toOrigin))].filter((origin) => /^https?:/.test(origin));
  if (ancestors) return origins.filter((origin) => origin === ancestors[0]);
  const led = origins.filter((origin) => origin === toOrigin(referrer));
  return led.length > 0 ? led : origins;
}

function toOrigin(url: string): string {
  try {
    return new URL(url).origin;
  } catch {
    return '';
  }
}
