import { useQuery } from '@tanstack/react-query';
import { Navigate, Route, Routes, useParams } from 'react-router';

import { getSessionPreferences } from '#contract/endpoints/settings.ts';
import { type TeamId, teamIdSchema } from '#contract/ids.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { ConsolePage } from '#console/layout/console-page.tsx';
import { QueryView } from '#console/layout/query-view.tsx';
import { AppliesList } from '#console/preferences/applies-list.tsx';
import { allPreferences, preferencesQuery } from '#console/preferences/level.ts';
import { useTeamName } from '#console/preferences/teams.ts';
import { addEnglish } from '#lib/i18n/english.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import texts from '#lib/i18n/catalogs/en/console-preferences.json';

addEnglish(texts);

/** “What applies here?”: `/applies/teams/:teamId` and `/applies/sessions/:sessionId`. */
export const AppliesScreen = () => (
  <Routes>
    <Route path="teams/:teamId" element={<OfTeam />} />
    <Route path="sessions/:sessionId" element={<OfSession />} />
    <Route path="*" element={<Navigate to="/" replace />} />
  </Routes>
);

const OfTeam = () => {
  const teamId = teamIdSchema.safeParse(useParams()['teamId']);
  return teamId.success ? <TeamPage teamId={teamId.data} /> : <Navigate to="/" replace />;
};

const TeamPage = ({ teamId }: { teamId: TeamId }) => {
  const text = useText();
  const query = useQuery(preferencesQuery(useConsole(), { kind: 'team', teamId }));
  return (
    <ConsolePage
      title={text('console-preferences.applies')}
      focusKey={`applies-${teamId}`}
      lead={<Text id="console-preferences.applies-team" values={{ team: useTeamName(teamId) }} />}
    >
      <QueryView query={query}>{({ settings }) => <AppliesList settings={settings} />}</QueryView>
    </ConsolePage>
  );
};

const OfSession = () => {
  const text = useText();
  const { ask } = useConsole();
  const { sessionId = '' } = useParams();
  const query = useQuery({
    queryKey: [...allPreferences.queryKey, 'sessions', sessionId],
    queryFn: ({ signal }) => ask(getSessionPreferences, null, { params: { sessionId }, signal }),
  });
  return (
    <ConsolePage
      title={text('console-preferences.applies')}
      focusKey={`applies-${sessionId}`}
      lead={
        query.data && <Text id="console-preferences.applies-session" values={{ customer: query.data.customerName }} />
      }
    >
      <QueryView query={query}>{({ settings }) => <AppliesList settings={settings} />}</QueryView>
    </ConsolePage>
  );
};
