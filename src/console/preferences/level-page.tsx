import { useQuery } from '@tanstack/react-query';
import History from 'lucide-react/icons/history';
import ListTree from 'lucide-react/icons/list-tree';
import { Link, useNavigate } from 'react-router';

import type { TeamId } from '#contract/ids.ts';
import { resolveScope } from '#domain/rights.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { ConsolePage } from '#console/layout/console-page.tsx';
import { QueryView } from '#console/layout/query-view.tsx';
import { type Level, preferencesQuery, toLevelPath } from '#console/preferences/level.ts';
import { LevelProvider } from '#console/preferences/level-context.tsx';
import styles from '#console/preferences/preferences.module.css';
import { SettingGroups } from '#console/preferences/setting-groups.tsx';
import { useTeamName, useTeams } from '#console/preferences/teams.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { ButtonFace, buttonLook } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { SelectField } from '#ui/select-field.tsx';

/** Every setting of the system or of one team. */
export const LevelPage = ({ level }: { level: Level }) => {
  const text = useText();
  const query = useQuery(preferencesQuery(useConsole(), level));
  return (
    <ConsolePage
      title={text('console-preferences.title')}
      focusKey={`preferences-${toLevelPath(level)}`}
      lead={<Lead level={level} />}
      actions={
        <>
          {level.kind === 'team' && (
            <Link {...buttonLook('quiet')} to={`/applies/teams/${level.teamId}`}>
              <ButtonFace icon={<Icon icon={ListTree} />}>
                <Text id="console-preferences.applies" />
              </ButtonFace>
            </Link>
          )}
          <Link {...buttonLook('quiet')} to={`/preferences/${toLevelPath(level)}/log`}>
            <ButtonFace icon={<Icon icon={History} />}>
              <Text id="console-preferences.log" />
            </ButtonFace>
          </Link>
        </>
      }
    >
      <div className={styles['narrow']}>
        <LevelChoice level={level} />
        <QueryView query={query}>
          {(preferences) => (
            <LevelProvider value={{ level, preferences }}>
              <SettingGroups />
            </LevelProvider>
          )}
        </QueryView>
      </div>
    </ConsolePage>
  );
};

const Lead = ({ level }: { level: Level }) =>
  level.kind === 'system' ? <Text id="console-preferences.lead-system" /> : <TeamLead teamId={level.teamId} />;

const TeamLead = ({ teamId }: { teamId: TeamId }) => (
  <Text id="console-preferences.lead-team" values={{ team: useTeamName(teamId) }} />
);

const LevelChoice = ({ level }: { level: Level }) => {
  const text = useText();
  const navigate = useNavigate();
  const { me } = useConsole();
  const teams = useTeams();
  return (
    <SelectField
      label={text('console-preferences.level')}
      value={toLevelPath(level)}
      onChange={({ target }) => void navigate(`/preferences/${target.value}`)}
    >
      {resolveScope(me, 'save-system-settings') !== null && (
        <option value="system">{text('console-preferences.level-system')}</option>
      )}
      {teams.map(({ id, name }) => (
        <option key={id} value={toLevelPath({ kind: 'team', teamId: id })}>
          {name}
        </option>
      ))}
    </SelectField>
  );
};
