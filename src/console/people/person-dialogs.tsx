import { useQuery } from '@tanstack/react-query';

import { changePerson, createPasswordLink } from '#contract/endpoints/people.ts';
import type { Person } from '#contract/person.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { HandOverDialog } from '#console/people/hand-over-dialog.tsx';
import { HeldSessions, heldSessionsQuery } from '#console/people/held-sessions.tsx';
import type { Team } from '#console/people/people-queries.ts';
import { officeKey } from '#console/shared/office-queries.ts';
import { AddPersonDialog, ChangePersonDialog } from '#console/people/person-form.tsx';
import { StepDialog } from '#console/people/step-dialog.tsx';
import { ConfirmDialog } from '#console/shared/confirm-dialog.tsx';
import { SecretDialog } from '#console/shared/secret-dialog.tsx';
import { Text, useText } from '#lib/i18n/text.tsx';

/** What stands in front of the page, about whom as they were when it opened. */
export type Open =
  | { kind: 'add' }
  | { kind: 'change' | 'renew' | 'enable' | 'disable' | 'hand-over'; person: Person }
  | { kind: 'link'; name: string; url: string }
  | null;

type PersonDialogsProps = { open: Open; teams: readonly Team[]; onOpen: (open: Open) => void };

export const PersonDialogs = ({ open, teams, onOpen }: PersonDialogsProps) => {
  const text = useText();
  const close = () => onOpen(null);
  const showLink = (name: string, url: string) => onOpen({ kind: 'link', name, url });
  switch (open?.kind) {
    case undefined:
      return null;
    case 'add':
      return <AddPersonDialog teams={teams} onAdded={showLink} onClose={close} />;
    case 'change':
      return <ChangePersonDialog teams={teams} person={open.person} onClose={close} />;
    case 'renew':
      return <RenewDialog person={open.person} onRenewed={showLink} onClose={close} />;
    case 'enable':
      return <EnableDialog person={open.person} onClose={close} />;
    case 'disable':
      return (
        <DisableDialog
          person={open.person}
          onSessionsLeft={() => onOpen({ kind: 'hand-over', person: open.person })}
          onClose={close}
        />
      );
    case 'hand-over':
      return <HandOverDialog person={open.person} onClose={close} />;
    case 'link':
      return (
        <SecretDialog
          title={text('console-people.link-title', { name: open.name })}
          label={text('console-people.link')}
          secret={open.url}
          onClose={close}
        />
      );
  }
};

type PersonDialogProps = { person: Person; onClose: () => void };
type RenewDialogProps = PersonDialogProps & { onRenewed: (name: string, url: string) => void };

const RenewDialog = ({ person: { id, name }, onRenewed, onClose }: RenewDialogProps) => {
  const text = useText();
  const { ask } = useConsole();
  return (
    <StepDialog
      title={text('console-people.renew-title', { name })}
      action={text('console-people.renew-action')}
      take={async () => {
        const { url } = await ask(createPasswordLink, null, { params: { personId: id } });
        onRenewed(name, url);
      }}
      onClose={onClose}
    >
      <p>
        <Text id="console-people.renew-text" />
      </p>
    </StepDialog>
  );
};

/** Lets them in again, or keeps them out. */
const useSetDisabled = (person: Person) => {
  const { ask } = useConsole();
  return async (isDisabled: boolean) => {
    await ask(changePerson, { ...person, isDisabled, seen: person }, { params: { personId: person.id } });
  };
};

const EnableDialog = ({ person, onClose }: PersonDialogProps) => {
  const text = useText();
  const setDisabled = useSetDisabled(person);
  return (
    <StepDialog
      title={text('console-people.enable-title', { name: person.name })}
      action={text('console-people.enable')}
      done={text('console-people.enable-done', { name: person.name })}
      take={async () => {
        await setDisabled(false);
        onClose();
      }}
      onClose={onClose}
    >
      <p>
        <Text id={person.hasPassword ? 'console-people.enable-text' : 'console-people.enable-text-link'} />
      </p>
    </StepDialog>
  );
};

type DisableDialogProps = PersonDialogProps & { onSessionsLeft: () => void };

/** Note: they are out at once; whose sessions are to go to whom takes longer to decide. */
const DisableDialog = ({ person, onSessionsLeft, onClose }: DisableDialogProps) => {
  const text = useText();
  const setDisabled = useSetDisabled(person);
  const { data: sessions = [] } = useQuery(heldSessionsQuery(useConsole(), person));
  return (
    <ConfirmDialog
      title={text('console-people.disable-title', { name: person.name })}
      action={text('console-people.disable')}
      done={text('console-people.disable-done', { name: person.name })}
      decide={() => setDisabled(true)}
      changes={officeKey}
      onDone={sessions.length > 0 ? onSessionsLeft : onClose}
      onClose={onClose}
      details={<HeldSessions person={person} />}
    >
      <Text id="console-people.disable-text" />
    </ConfirmDialog>
  );
};
