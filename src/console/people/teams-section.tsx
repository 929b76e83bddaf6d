import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';

import { saveTeam } from '#contract/endpoints/people.ts';
import { teamIdSchema } from '#contract/ids.ts';
import { limits } from '#contract/limits.ts';
import { useConsole } from '#console/client/console-client.tsx';
import type { Office, Team } from '#console/people/people-queries.ts';
import { StepDialog } from '#console/people/step-dialog.tsx';
import styles from '#console/people/people.module.css';
import rows from '#console/shared/rows.module.css';
import { createKey } from '#lib/api/call-endpoint.ts';
import { failureCode } from '#lib/api/failures.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Icon } from '#ui/icon.tsx';
import { TextField } from '#ui/text-field.tsx';

export const TeamsSection = ({ office: { teams, people }, mayChange }: { office: Office; mayChange: boolean }) => {
  const text = useText();
  const [opened, setOpened] = useState<Team | null>(null);
  const open = (team: Team) => setOpened(team);
  return (
    <section className={rows['section']} aria-label={text('console-people.teams')}>
      <div className={rows['head']}>
        <h2>
          <Text id="console-people.teams" />
        </h2>
        {mayChange && (
          <Button icon={<Icon icon={Plus} />} onClick={() => open(startTeam())}>
            <Text id="console-people.team-add" />
          </Button>
        )}
      </div>
      {teams.length === 0 ? (
        <p>
          <Text id="console-people.teams-empty" />
        </p>
      ) : (
        <Card padding="flush">
          <ul className={rows['rows']}>
            {teams.map((team) => (
              <li key={team.id} className={`${rows['row']} ${styles['slim']}`}>
                <div className={rows['who']}>
                  <p className={rows['name']}>
                    <bdi>{team.name}</bdi>
                  </p>
                  <p className={rows['muted']}>
                    <Text
                      id="console-people.team-people"
                      values={{ count: people.filter((person) => person.team === team.id).length }}
                    />
                  </p>
                </div>
                {mayChange && (
                  <Button
                    aria-label={text('console-people.rename-named', { name: team.name })}
                    onClick={() => open(team)}
                  >
                    <Text id="console-people.rename" />
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {opened && <TeamDialog team={opened} teams={teams} onClose={() => setOpened(null)} />}
    </section>
  );
};

/** Note: its id is made before it is asked for, so that asking twice adds one team. */
const startTeam = (): Team => ({ id: teamIdSchema.parse(createKey()), name: '' });

type TeamDialogProps = { team: Team; teams: readonly Team[]; onClose: () => void };

const TeamDialog = ({ team, teams, onClose }: TeamDialogProps) => {
  const text = useText();
  const { ask } = useConsole();
  const [name, setName] = useState(team.name);
  const [isChecked, setIsChecked] = useState(false);
  const [isOvertaken, setIsOvertaken] = useState(false);
  const wanted = name.trim();
  const isNew = team.name === '';
  /** What somebody else made of it meanwhile counts as seen once the dialog has said so. */
  const seen = isOvertaken ? (teams.find(({ id }) => id === team.id)?.name ?? null) : isNew ? null : team.name;
  const resolveFault = (failure: unknown): string | false => {
    if (isChecked && wanted === '') return text('console-people.team-name-missing');
    if (failureCode(failure) === 'team-name-taken') return text('console.failure.team-name-taken');
    return failureCode(failure) === 'team-changed' && text('console-people.team-renamed', { name: seen ?? '' });
  };
  return (
    <StepDialog
      title={isNew ? text('console-people.team-add') : text('console-people.rename-named', { name: team.name })}
      action={text(isNew ? 'console-people.team-add-action' : 'console-people.save')}
      done={text('console-people.team-saved', { name: wanted })}
      isReady={() => {
        setIsChecked(true);
        return wanted !== '';
      }}
      take={async () => {
        try {
          await ask(saveTeam, { name: wanted, seen }, { params: { teamId: team.id } });
        } catch (failure) {
          setIsOvertaken(failureCode(failure) === 'team-changed');
          throw failure;
        }
        onClose();
      }}
      isSaid={(failure) => ['team-name-taken', 'team-changed'].includes(failureCode(failure) ?? '')}
      onClose={onClose}
    >
      {(failure) => (
        <TextField
          label={text('console-people.team-name')}
          error={resolveFault(failure)}
          autoComplete="off"
          maxLength={limits.nameLength}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      )}
    </StepDialog>
  );
};
