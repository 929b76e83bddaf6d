/** Starts the console on whatever address the page has. Hosts call it once; nothing else in here knows where it runs. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, Route, Routes } from 'react-router';

import { createConsoleClient } from '#console/client/console-client.tsx';
import { ConsoleCrashBoundary } from '#console/app/crash-boundary.tsx';
import type { OtherSignIn } from '#console/app/other-sign-in.ts';
import { SetPasswordScreen } from '#console/app/set-password-screen.tsx';
import { SignInGate } from '#console/app/sign-in-gate.tsx';
import { Workplace } from '#console/app/workplace.tsx';
import { isRetryable } from '#lib/api/failures.ts';
import { addEnglish } from '#lib/i18n/english.ts';
import { I18nProvider } from '#lib/i18n/i18n-provider.tsx';
import texts from '#lib/i18n/catalogs/en/console.json';
import { FocusMemory } from '#ui/focus-heading.tsx';
import { LiveRegion } from '#ui/live-region.tsx';
import '#ui/tokens.css';
import '#ui/base.css';

addEnglish(texts);

export type ConsoleOptions = {
  otherSignIn?: OtherSignIn;
};

/** Note: the console speaks English only (decision 027); dates and numbers are written as the device writes English. */
const english = {
  search: '',
  readChoice: () => 'en',
  keepChoice: () => undefined,
  keepLinked: () => undefined,
};

const maxRetries = 2;

/** The console for the address the page has now, and how to stop what it started. Tests render it into their own root. */
export function createConsole({ otherSignIn }: ConsoleOptions = {}) {
  const cache = new QueryClient({
    defaultOptions: {
      queries: { retry: (failures, error) => failures < maxRetries && isRetryable(error), staleTime: 10_000 },
    },
  });
  const client = createConsoleClient(() => cache.setQueryData(['me'], null));
  const element = (
    <I18nProvider environment={english}>
      <ConsoleCrashBoundary>
        <LiveRegion>
          <FocusMemory>
            <QueryClientProvider client={cache}>
              <BrowserRouter basename="/console">
                <Routes>
                  <Route path="/set-password" element={<SetPasswordScreen client={client} />} />
                  <Route
                    path="*"
                    element={
                      <SignInGate client={client} otherSignIn={otherSignIn}>
                        <Workplace />
                      </SignInGate>
                    }
                  />
                </Routes>
              </BrowserRouter>
            </QueryClientProvider>
          </FocusMemory>
        </LiveRegion>
      </ConsoleCrashBoundary>
    </I18nProvider>
  );
  return { element, stop: () => cache.clear() };
}

export function bootConsole(container: HTMLElement, options: ConsoleOptions = {}): void {
  createRoot(container).render(<StrictMode>{createConsole(options).element}</StrictMode>);
}
