import type { BrowserContext } from '@playwright/test';

declare global {
  /** In every page. */
  const tellViolation: (violation: string) => void;
}

/** What the browser refused to do because a page's policy (`Content-Security-Policy`) does not allow it; workers included. */
export async function watchViolations(context: BrowserContext): Promise<string[]> {
  const violations: string[] = [];
  context.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) violations.push(message.text());
  });
  await context.exposeFunction('tellViolation', (violation: string) => violations.push(violation));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      tellViolation(`${violatedDirective}: ${blockedURI} (${sourceFile})`);
    });
  });
  return violations;
}
