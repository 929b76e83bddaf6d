import type { Person } from '#contract/person.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { nameTeam, type Team } from '#console/people/people-queries.ts';
import type { Open } from '#console/people/person-dialogs.tsx';
import styles from '#console/people/people.module.css';
import rows from '#console/shared/rows.module.css';
import { Text, useText } from '#lib/i18n/text.tsx';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';

type PersonRowProps = {
  person: Person;
  teams: readonly Team[];
  mayChange: boolean;
  onOpen: (open: Open) => void;
};

export const PersonRow = ({ person, teams, mayChange, onOpen }: PersonRowProps) => {
  const { me } = useConsole();
  const { id, name, email, role, team, otherTeams, isDisabled, hasPassword } = person;
  return (
    <li className={rows['row']}>
      <div className={rows['who']}>
        <p className={rows['name']}>
          <bdi>{name}</bdi>
          {id === me.id && (
            <Badge>
              <Text id="console-people.you" />
            </Badge>
          )}
          {isDisabled && (
            <Badge tone="warning">
              <Text id="console-people.disabled" />
            </Badge>
          )}
          {!hasPassword && !isDisabled && (
            <Badge tone="info">
              <Text id="console-people.no-password" />
            </Badge>
          )}
        </p>
        <p className={rows['muted']}>
          <bdi>{email}</bdi>
        </p>
        <p className={rows['muted']}>
          <Text id={`console-people.role-${role}`} /> · {nameTeam(teams, team)}
        </p>
        {otherTeams.length > 0 && (
          <p className={rows['muted']}>
            <Text
              id="console-people.also-uses"
              values={{ teams: otherTeams.map((other) => nameTeam(teams, other)).join(', ') }}
            />
          </p>
        )}
      </div>
      {mayChange && <PersonActions person={person} isOneself={id === me.id} onOpen={onOpen} />}
    </li>
  );
};

type PersonActionsProps = { person: Person; isOneself: boolean; onOpen: (open: Open) => void };

/** Nobody shuts themselves out. */
const PersonActions = ({ person, isOneself, onOpen }: PersonActionsProps) => {
  const text = useText();
  const { name, isDisabled } = person;
  const access = isDisabled ? 'enable' : 'disable';
  return (
    <div className={styles['actions']}>
      <Button
        aria-label={text('console-people.change-named', { name })}
        onClick={() => onOpen({ kind: 'change', person })}
      >
        <Text id="console-people.change" />
      </Button>
      {!isDisabled && (
        <Button
          aria-label={text('console-people.new-link-named', { name })}
          onClick={() => onOpen({ kind: 'renew', person })}
        >
          <Text id="console-people.new-link" />
        </Button>
      )}
      {isDisabled && (
        <Button
          aria-label={text('console-people.hand-over-named', { name })}
          onClick={() => onOpen({ kind: 'hand-over', person })}
        >
          <Text id="console-people.hand-over" />
        </Button>
      )}
      {!isOneself && (
        <Button
          aria-label={text(`console-people.${access}-named`, { name })}
          onClick={() => onOpen({ kind: access, person })}
        >
          <Text id={`console-people.${access}`} />
        </Button>
      )}
    </div>
  );
};
