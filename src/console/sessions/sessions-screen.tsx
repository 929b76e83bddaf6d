import { Route, Routes } from 'react-router';

import { SessionList } from '#console/sessions/session-list.tsx';
import { addEnglish } from '#lib/i18n/english.ts';
import texts from '#lib/i18n/catalogs/en/console-sessions.json';

addEnglish(texts);

export const SessionsScreen = () => (
  <Routes>
    <Route path="/" element={<SessionList />} />
  </Routes>
);
