import { Route, Routes } from 'react-router';

import { Overview } from '#console/api-access/overview.tsx';
import { WebhookPage } from '#console/api-access/webhook-page.tsx';
import { UnknownPage } from '#console/layout/unknown-page.tsx';
import { addEnglish } from '#lib/i18n/english.ts';
import texts from '#lib/i18n/catalogs/en/console-api-access.json';

addEnglish(texts);

export const ApiAccessScreen = () => (
  <Routes>
    <Route path="/" element={<Overview />} />
    <Route path="/webhooks/:webhookId" element={<WebhookPage />} />
    <Route path="*" element={<UnknownPage />} />
  </Routes>
);
