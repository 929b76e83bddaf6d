/** Where a link that sets a password leads. Its secret stands behind `#`, so that no server's log ever has it. */
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';

import { setPassword, signOut } from '#contract/endpoints/people.ts';
import { passwordBounds } from '#contract/person.ts';
import { passwordWasSet } from '#console/app/password-was-set.ts';
import type { ConsoleClient } from '#console/client/console-client.tsx';
import { credential } from '#console/client/credential.ts';
import { useFailureWords } from '#console/client/failure-text.ts';
import { Plain } from '#console/layout/plain.tsx';
import { ApiError } from '#lib/api/failures.ts';
import type { TextId } from '#lib/i18n/message.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextField } from '#ui/text-field.tsx';

export const SetPasswordScreen = ({ client }: { client: ConsoleClient }) => {
  const text = useText();
  const navigate = useNavigate();
  const token = useLocation().hash.slice(1);
  const [password, changePassword] = useState('');
  const [fault, setFault] = useState<TextId | null>(null);
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      await client.tell(setPassword, { token, password });
      // Note: whoever else is signed in to this browser is somebody else; usually nobody is.
      await client.tell(signOut, null).catch(() => undefined);
      credential.forget();
    },
    onSuccess: () => navigate('/', { replace: true, state: passwordWasSet.state }),
    onError: (failure) => setFault(findFault(failure)),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const length = findLengthFault(password);
    setFault(length);
    if (length === null && !isPending) mutate();
  };

  return (
    <Plain
      focusKey="set-password"
      title={<Text id="console.password.heading" />}
      lead={<Text id="console.password.lead" />}
    >
      <title>{text('console.title', { place: text('console.password.heading') })}</title>
      {error && fault === null && <PasswordFailure error={error} />}
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextField
            label={text('console.password.field')}
            hint={text('console.password.hint', passwordBounds)}
            type="password"
            autoComplete="new-password"
            value={password}
            onChange={({ target }) => changePassword(target.value)}
            error={fault !== null && text(fault, passwordBounds)}
          />
          <Button type="submit" variant="primary" wide busy={isPending}>
            <Text id="console.password.action" />
          </Button>
        </Stack>
      </form>
    </Plain>
  );
};

function findLengthFault({ length }: string): TextId | null {
  if (length < passwordBounds.shortest) return 'console.password.too-short';
  return length > passwordBounds.longest ? 'console.password.too-long' : null;
}

const faults: Readonly<Record<string, TextId>> = {
  'is-email': 'console.password.is-email',
  repeats: 'console.password.repeats',
};

/** What the backend finds wrong with the password itself; null when it is something else. */
function findFault(error: unknown): TextId | null {
  if (!(error instanceof ApiError)) return null;
  const message = error.problem.fields?.find(({ path }) => path === 'password')?.message;
  return faults[message ?? ''] ?? null;
}

const PasswordFailure = ({ error }: { error: unknown }) => {
  const text = useText();
  const words = useFailureWords();
  return (
    <Notice tone="danger" label={text('console.password.failed')} title={<Text id="console.password.failed" />} live>
      {words(error)}
    </Notice>
  );
};
