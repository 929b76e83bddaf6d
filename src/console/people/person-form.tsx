import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { addPerson, changePerson } from '#contract/endpoints/people.ts';
import type { Person } from '#contract/person.ts';
import { useConsole } from '#console/client/console-client.tsx';
import type { Team } from '#console/people/people-queries.ts';
import { type Draft, findFaults, isEmailTaken, PersonFields } from '#console/people/person-fields.tsx';
import { StepDialog } from '#console/people/step-dialog.tsx';
import { useText } from '#lib/i18n/text.tsx';

type AddPersonDialogProps = {
  teams: readonly Team[];
  /** `url`: sets their password. */
  onAdded: (name: string, url: string) => void;
  onClose: () => void;
};

export const AddPersonDialog = ({ teams, onAdded, onClose }: AddPersonDialogProps) => {
  const text = useText();
  const { ask } = useConsole();
  return (
    <PersonDialog
      title={text('console-people.add')}
      action={text('console-people.add-action')}
      first={{ name: '', email: '', role: 'agent', team: teams[0]?.id ?? null, otherTeams: [] }}
      teams={teams}
      save={async (draft) => {
        const { person, passwordLink } = await ask(addPerson, draft);
        onAdded(person.name, passwordLink.url);
      }}
      onClose={onClose}
    />
  );
};

type ChangePersonDialogProps = { teams: readonly Team[]; person: Person; onClose: () => void };

export const ChangePersonDialog = ({ teams, person, onClose }: ChangePersonDialogProps) => {
  const text = useText();
  const { ask, me } = useConsole();
  const cache = useQueryClient();
  const { id, isDisabled } = person;
  return (
    <PersonDialog
      title={text('console-people.change-named', { name: person.name })}
      action={text('console-people.save')}
      done={text('console-people.saved')}
      first={person}
      teams={teams}
      save={async (draft) => {
        await ask(changePerson, { ...draft, isDisabled, seen: person }, { params: { personId: id } });
        onClose();
        if (id === me.id) await cache.invalidateQueries({ queryKey: ['me'] });
      }}
      onClose={onClose}
    />
  );
};

type PersonDialogProps = {
  title: string;
  action: string;
  done?: string;
  first: Draft;
  teams: readonly Team[];
  save: (draft: Draft & { team: Team['id'] }) => Promise<void>;
  onClose: () => void;
};

const PersonDialog = ({ first, teams, save, ...rest }: PersonDialogProps) => {
  const [draft, setDraft] = useState(first);
  const [isChecked, setIsChecked] = useState(false);
  const faults = findFaults(draft);
  return (
    <StepDialog
      {...rest}
      isReady={() => {
        setIsChecked(true);
        return Object.keys(faults).length === 0;
      }}
      take={async () => {
        const { name, email, role, team, otherTeams } = draft;
        if (team === null) return;
        await save({
          name: name.trim(),
          email: email.trim(),
          role,
          team,
          otherTeams: otherTeams.filter((id) => id !== team),
        });
      }}
      isSaid={isEmailTaken}
    >
      {(failure) => (
        <PersonFields
          draft={draft}
          teams={teams}
          faults={isChecked ? faults : {}}
          isEmailTaken={isEmailTaken(failure)}
          onChange={(changes) => setDraft({ ...draft, ...changes })}
        />
      )}
    </StepDialog>
  );
};
