import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { reassignSession } from '#contract/endpoints/engagement.ts';
import type { AgentId } from '#contract/ids.ts';
import type { Person } from '#contract/person.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { HeldSessions, heldSessionsQuery } from '#console/people/held-sessions.tsx';
import { StepDialog } from '#console/people/step-dialog.tsx';
import { findSuccessorFault, SuccessorField } from '#console/shared/successor-field.tsx';
import { createKey } from '#lib/api/call-endpoint.ts';
import { useText } from '#lib/i18n/text.tsx';

type HandOverDialogProps = { person: Person; onClose: () => void };

/** Everything that somebody has in hand goes to a colleague. What went before something failed stays there. */
export const HandOverDialog = ({ person, onClose }: HandOverDialogProps) => {
  const text = useText();
  const client = useConsole();
  const { data: sessions = [] } = useQuery(heldSessionsQuery(client, person));
  const [chosen, setChosen] = useState<AgentId | null>(null);
  const [isChecked, setIsChecked] = useState(false);
  const isAnyHeld = sessions.length > 0;
  return (
    <StepDialog
      title={text('console-people.hand-over-title', { name: person.name })}
      action={text(isAnyHeld ? 'console-people.hand-over-action' : 'console.done')}
      {...(isAnyHeld && { done: text('console-people.hand-over-done') })}
      isReady={() => {
        setIsChecked(true);
        return !isAnyHeld || chosen !== null;
      }}
      take={async () => {
        for (const { id: sessionId } of sessions) {
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
          {isAnyHeld && (
            <SuccessorField
              teams={[...new Set(sessions.map(({ team }) => team))]}
              from={person.id}
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
