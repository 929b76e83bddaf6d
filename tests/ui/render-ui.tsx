import type { ReactNode } from 'react';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { I18nProvider } from '#lib/i18n/i18n-provider.tsx';
import { LiveRegion } from '#ui/live-region.tsx';

const inPage = (children: ReactNode) => (
  <I18nProvider environment={{ search: '', preferred: ['en'], timeZone: 'UTC' }}>
    <LiveRegion>{children}</LiveRegion>
  </I18nProvider>
);

/** A piece of interface as it stands in a page: with words and with somebody to announce things. */
export const renderUi = (children: ReactNode) => {
  const { rerender } = render(inPage(children));
  return { user: userEvent.setup(), show: (next: ReactNode) => rerender(inPage(next)) };
};
