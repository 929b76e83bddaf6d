import { Navigate, Route, Routes, useParams } from 'react-router';

import { teamIdSchema } from '#contract/ids.ts';
import { resolveScope } from '#domain/rights.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { type Level, toLevelPath } from '#console/preferences/level.ts';
import { LevelPage } from '#console/preferences/level-page.tsx';
import { LogPage } from '#console/preferences/log-page.tsx';
import { addEnglish } from '#lib/i18n/english.ts';
import texts from '#lib/i18n/catalogs/en/console-preferences.json';

addEnglish(texts);

const system: Level = { kind: 'system' };

/** `/preferences/system`, `/preferences/teams/:teamId`, each with its `/log`. */
export const PreferencesScreen = () => (
  <Routes>
    <Route path="system" element={<LevelPage level={system} />} />
    <Route path="system/log" element={<LogPage level={system} />} />
    <Route path="teams/:teamId" element={<OfTeam Page={LevelPage} />} />
    <Route path="teams/:teamId/log" element={<OfTeam Page={LogPage} />} />
    <Route path="*" element={<ToWidest />} />
  </Routes>
);

/** Note: another team is another page, so that nothing typed for one is saved for the other. */
const OfTeam = ({ Page }: { Page: typeof LevelPage }) => {
  const teamId = teamIdSchema.safeParse(useParams()['teamId']);
  return teamId.success ? <Page key={teamId.data} level={{ kind: 'team', teamId: teamId.data }} /> : <ToWidest />;
};

const ToWidest = () => {
  const { me } = useConsole();
  const level: Level = resolveScope(me, 'save-system-settings') === null ? { kind: 'team', teamId: me.team } : system;
  return <Navigate to={`/preferences/${toLevelPath(level)}`} replace />;
};
