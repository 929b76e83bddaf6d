import { Route, Routes } from 'react-router';

import { UnknownPage } from '#console/layout/unknown-page.tsx';
import { PeoplePage } from '#console/people/people-page.tsx';
import { addEnglish } from '#lib/i18n/english.ts';
import texts from '#lib/i18n/catalogs/en/console-people.json';

addEnglish(texts);

export const PeopleScreen = () => (
  <Routes>
    <Route path="/" element={<PeoplePage />} />
    <Route path="*" element={<UnknownPage />} />
  </Routes>
);
