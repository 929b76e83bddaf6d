import type { ReactNode } from 'react';
import Globe from 'lucide-react/icons/globe';

import type { Branding } from '#contract/entry.ts';
import { useLocale } from '#lib/i18n/use-locale.ts';
import { useText } from '#lib/i18n/text.tsx';
import { BusinessBrand } from '#room/entry/business-brand.tsx';
import { useBrand } from '#room/entry/use-brand.ts';
import { Menu, MenuItem } from '#ui/menu.tsx';
import { Page, PageHeader } from '#ui/page.tsx';

type Props = { branding: Branding | null; title: string; children: ReactNode };

/** The frame of everything before the inside: the business, the language, one screen. */
export const EntryPage = ({ branding, title, children }: Props) => {
  useBrand(branding);
  return (
    <Page header={<PageHeader brand={<BusinessBrand branding={branding} />} menu={<LanguageMenu />} />}>
      <title>{title}</title>
      {children}
    </Page>
  );
};

const LanguageMenu = () => {
  const text = useText();
  return (
    <Menu label={text('journey.language')} icon={Globe}>
      <LanguageItems />
    </Menu>
  );
};

export const LanguageItems = () => {
  const { locale: current, locales, choose } = useLocale();
  return locales.map(({ locale, name }) => (
    <MenuItem
      key={locale}
      lang={locale}
      current={locale === current}
      onSelect={() => {
        void choose(locale);
      }}
    >
      {name}
    </MenuItem>
  ));
};
