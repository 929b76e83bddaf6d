/** Who is signed in, and the way out. What is not sent yet does not stay on the device, so they are asked before it goes. */
import { useMutation } from '@tanstack/react-query';
import LogOut from 'lucide-react/icons/log-out';
import { useState } from 'react';

import { signOut } from '#contract/endpoints/people.ts';
import styles from '#console/app/workplace.module.css';
import { useConsole } from '#console/client/console-client.tsx';
import { openDesk } from '#console/client/desk.ts';
import { useFailureWords } from '#console/client/failure-text.ts';
import { leaveConsole } from '#console/client/leave-console.ts';
import { ConfirmDialog } from '#console/shared/confirm-dialog.tsx';
import { failureCode } from '#lib/api/failures.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { Notice } from '#ui/notice.tsx';

export const SignOut = () => {
  const text = useText();
  const words = useFailureWords();
  const { me, tell } = useConsole();
  const [isAsking, setIsAsking] = useState(false);
  const leave = async () => {
    await tell(signOut, null).catch((error: unknown) => {
      // Note: who is signed out already leaves all the same. Otherwise they stay: nobody should believe to be signed out who is not.
      if (failureCode(error) !== 'not-signed-in') throw error;
    });
    await leaveConsole();
  };
  const { mutate, isPending, error } = useMutation({ mutationFn: leave });
  return (
    <div className={styles['account']}>
      <p className={styles['who']}>
        <Text id="console.signed-in-as" values={{ name: me.name }} />
      </p>
      <Button
        variant="quiet"
        icon={<Icon icon={LogOut} />}
        busy={isPending}
        onClick={() => (openDesk(me.id).list().length > 0 ? setIsAsking(true) : mutate())}
      >
        <Text id="console.sign-out" />
      </Button>
      {error && (
        <Notice tone="danger" label={text('console.not-signed-out')} title={<Text id="console.not-signed-out" />} live>
          {words(error)}
        </Notice>
      )}
      {isAsking && (
        <ConfirmDialog
          title={text('console.sign-out-title')}
          action={text('console.sign-out')}
          done={text('console.signed-out')}
          decide={leave}
          onClose={() => setIsAsking(false)}
        >
          <Text id="console.sign-out-unsent" />
        </ConfirmDialog>
      )}
    </div>
  );
};
