/** QA's panel: a root of its own beside the room's, in English whatever the room speaks. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { I18nContext } from '#lib/i18n/i18n-provider.tsx';
import type { LanguageState } from '#lib/i18n/language-store.ts';
import { PanelToolsContext } from '#hosts/browser/panel/panel-context.ts';
import type { PanelTools } from '#hosts/browser/panel/panel-tools.ts';
import { QaPanel } from '#hosts/browser/panel/qa-panel.tsx';
import { LiveRegion } from '#ui/live-region.tsx';
import '#ui/tokens.css';
import '#ui/base.css';

// Note: the room's own provider would set the language of the page.
const english: LanguageState = {
  language: 'en',
  ready: true,
  speech: { catalog: {}, locale: 'en-GB', direction: 'ltr', timeZone: undefined },
};

type ShowOptions = { isOpen: boolean; onPutAway: () => void };

export function showPanel(tools: PanelTools, { isOpen, onPutAway }: ShowOptions): void {
  const container = document.createElement('div');
  container.lang = 'en';
  document.body.append(container);
  const root = createRoot(container);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } });
  const putAway = () => {
    root.unmount();
    container.remove();
    onPutAway();
  };

  root.render(
    <StrictMode>
      <I18nContext value={{ state: english, choose: () => Promise.resolve(false) }}>
        <QueryClientProvider client={queries}>
          <PanelToolsContext value={tools}>
            <LiveRegion>
              <QaPanel isOpenAtFirst={isOpen} onPutAway={putAway} />
            </LiveRegion>
          </PanelToolsContext>
        </QueryClientProvider>
      </I18nContext>
    </StrictMode>,
  );
}
