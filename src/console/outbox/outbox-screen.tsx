import { Route, Routes } from 'react-router';

import { UnknownPage } from '#console/layout/unknown-page.tsx';
import { MessageList } from '#console/outbox/message-list.tsx';
import { addEnglish } from '#lib/i18n/english.ts';
import texts from '#lib/i18n/catalogs/en/console-outbox.json';

addEnglish(texts);

export const OutboxScreen = () => (
  <Routes>
    <Route path="/" element={<MessageList />} />
    <Route path="*" element={<UnknownPage />} />
  </Routes>
);
