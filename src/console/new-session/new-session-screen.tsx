/** A session with a customer is started here, or planned; afterwards it says what came of it. */
import { useState } from 'react';

import { NewSessionForm } from '#console/new-session/new-session-form.tsx';
import type { Started } from '#console/new-session/started.ts';
import { StartedView } from '#console/new-session/started-view.tsx';
import { ConsolePage } from '#console/layout/console-page.tsx';
import texts from '#lib/i18n/catalogs/en/console-new-session.json';
import { addEnglish } from '#lib/i18n/english.ts';
import { Text, useText } from '#lib/i18n/text.tsx';

addEnglish(texts);

export const NewSessionScreen = () => {
  const text = useText();
  const [started, setStarted] = useState<Started | null>(null);
  if (started) return <StartedView started={started} onStarted={setStarted} startAnother={() => setStarted(null)} />;
  return (
    <ConsolePage
      title={text('console-new-session.title')}
      focusKey="new-session"
      lead={<Text id="console-new-session.lead" />}
    >
      <NewSessionForm onStarted={setStarted} />
    </ConsolePage>
  );
};
