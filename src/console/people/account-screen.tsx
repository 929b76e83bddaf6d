import { Route, Routes } from 'react-router';

import { UnknownPage } from '#console/layout/unknown-page.tsx';
import { AccountPage } from '#console/people/account-page.tsx';
import { addEnglish } from '#lib/i18n/english.ts';
import texts from '#lib/i18n/catalogs/en/console-people.json';

addEnglish(texts);

export const AccountScreen = () => (
  <Routes>
    <Route path="/" element={<AccountPage />} />
    <Route path="*" element={<UnknownPage />} />
  </Routes>
);
