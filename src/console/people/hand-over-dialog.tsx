import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { reassignSession } from '#contract/endpoints/engagement.ts';
import type { AgentId } from '#contract/ids.ts';
import type { Person } from '#contract/person.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { HeldSessions, heldSessionsQuery } from '#console/people/held-sessions.tsx';
import { StepDialog } from '#console/people/step-dialog.tsx';
import { findSuccessorFault, SuccessorField, useSuccessors } from '#console/shared/successor-field.tsx';
import { createKey } from '#lib/api/call-endpoint.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';

type HandOverDialogProps = { person: Person; onClose: () => void };

/** Everything that somebody has in hand goes to a colleague. What went before something failed stays there. */
export const HandOverDialog = ({ person, onClose }: HandOverDialogProps) => {
  const text = useText();
  const client = useConsole();
  const { data: sessions } = useQuery(heldSessionsQuery(client, person));
  const teams = [...new Set(sessions?.map(({ team }) => team))];
  const successors = useSuccessors({ teams, from: person.id });
  const [chosen, setChosen] = useState<AgentId | null>(null);
  const [isChecked, setIsChecked] = useState(false);
  const title = text('console-people.hand-over-title', { name: person.name });
  if (sessions?.length === 0)
    return (
      <Dialog open title={title} onClose={onClose} actions={<DoneButton onClick={onClose} />}>
        <HeldSessions person={person} />
      </Dialog>
    );
  return (
    <StepDialog
      title={title}
      action={successors.data?.length === 0 ? null : text('console-people.hand-over-action')}
      done={text('console-people.hand-over-done')}
      isReady={() => {
        setIsChecked(true);
        return sessions !== undefined && chosen !== null;
      }}
      take={async () => {
        for (const { id: sessionId } of sessions ?? []) {
          if (chosen === null) break;
          await client.tell(reassignSession, { agent: chosen }, { params: { sessionId }, key: createKey() });
        }
        onClose();
      }}
      isSaid={(failure) => findSuccessorFault(failure) !== null}
      onClose={onClose}
    >
      {(failure) => (
        <>
          <HeldSessions person={person} />
          {sessions && (
            <SuccessorField
              successors={successors}
              value={chosen}
              onChange={setChosen}
              error={chosen === null ? (isChecked ? 'console.successor-missing' : null) : findSuccessorFault(failure)}
            />
          )}
        </>
      )}
    </StepDialog>
  );
};

const DoneButton = ({ onClick }: { onClick: () => void }) => (
  <Button variant="primary" onClick={onClick}>
    <Text id="console.done" />
  </Button>
);
