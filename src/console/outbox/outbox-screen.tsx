import { Route, Routes } from 'react-router';

import { MessageList } from '#console/outbox/message-list.tsx';
import { addEnglish } from '#lib/i18n/english.ts';
import texts from '#lib/i18n/catalogs/en/console-outbox.json';

addEnglish(texts);

export const OutboxScreen = () => (
  <Routes>
    <Route path="/" element={<MessageList />} />
  </Routes>
);
