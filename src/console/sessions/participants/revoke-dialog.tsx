import { revokeLinksOfParticipant } from '#contract/endpoints/participation.ts';
import { useConsole } from '#console/client/console-client.tsx';
import type { Participant } from '#console/sessions/participants/participant.ts';
import { sessionKey } from '#console/sessions/session-detail-query.ts';
import { ConfirmDialog } from '#console/shared/confirm-dialog.tsx';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useIntent } from '#lib/session-client/use-intent.ts';

type RevokeDialogProps = { sessionId: string; participant: Participant; onClose: () => void };

/** Nobody comes in with a link of theirs any more, also who is in already. */
export const RevokeDialog = ({ sessionId, participant: { id, name }, onClose }: RevokeDialogProps) => {
  const text = useText();
  const { tell } = useConsole();
  const intent = useIntent();
  const params = { sessionId, participantId: id };
  return (
    <ConfirmDialog
      title={text('console-session.revoke-title', { name })}
      action={text('console-session.revoke')}
      done={text('console-session.revoke-done', { name })}
      decide={() => tell(revokeLinksOfParticipant, null, { params, key: intent.keyFor('revoke') })}
      changes={sessionKey(sessionId)}
      onClose={onClose}
    >
      <Text id="console-session.revoke-text" values={{ name }} />
    </ConfirmDialog>
  );
};
