import { Route, Routes } from 'react-router';

import { UnknownPage } from '#console/layout/unknown-page.tsx';
import { SessionDetail } from '#console/sessions/session-detail.tsx';
import { SessionList } from '#console/sessions/session-list.tsx';
import { addEnglish } from '#lib/i18n/english.ts';
import sessionTexts from '#lib/i18n/catalogs/en/console-session.json';
import texts from '#lib/i18n/catalogs/en/console-sessions.json';

addEnglish(texts);
addEnglish(sessionTexts);

export const SessionsScreen = () => (
  <Routes>
    <Route path="/" element={<SessionList />} />
    <Route path=":sessionId" element={<SessionDetail />} />
    <Route path="*" element={<UnknownPage />} />
  </Routes>
);
