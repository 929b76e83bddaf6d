import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useLocation } from 'react-router';

import { signIn } from '#contract/endpoints/people.ts';
import type { OtherSignIn } from '#console/app/other-sign-in.ts';
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

type SignInScreenProps = {
  client: ConsoleClient;
  /** Somebody was at work when they were signed out. */
  isAgain: boolean;
  otherSignIn: OtherSignIn | undefined;
  /** Settles when it is known who that is. */
  onSignedIn: () => Promise<void>;
};

export const SignInScreen = ({ client, isAgain, otherSignIn: OtherSignIn, onSignedIn }: SignInScreenProps) => {
  const text = useText();
  const location = useLocation();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      const { token } = await client.ask(signIn, { email: email.trim(), password });
      if (token !== null) credential.keep(token);
      await onSignedIn();
    },
  });
  const lead = findLead(isAgain, passwordWasSet.isSaidIn(location.state));
  const isComplete = email.trim() !== '' && password !== '';
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (isComplete && !isPending) mutate();
  };

  return (
    <Plain
      focusKey="sign-in"
      title={<Text id="console.sign-in.heading" />}
      {...(lead !== null && { lead: text(lead) })}
    >
      {error && <SignInFailure error={error} />}
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextField
            label={text('console.sign-in.email')}
            type="email"
            inputMode="email"
            autoComplete="username"
            value={email}
            onChange={({ target }) => setEmail(target.value)}
            error={isChecked && email.trim() === '' && text('console.sign-in.email-missing')}
          />
          <TextField
            label={text('console.sign-in.password')}
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={({ target }) => setPassword(target.value)}
            error={isChecked && password === '' && text('console.sign-in.password-missing')}
          />
          <Button type="submit" variant="primary" wide busy={isPending}>
            <Text id="console.sign-in.action" />
          </Button>
        </Stack>
      </form>
      {OtherSignIn && (
        <OtherSignIn
          keep={(bearer) => {
            credential.keep(bearer);
            void onSignedIn();
          }}
        />
      )}
    </Plain>
  );
};

function findLead(isAgain: boolean, isNew: boolean): TextId | null {
  if (isAgain) return 'console.sign-in.again';
  return isNew ? 'console.sign-in.password-set' : null;
}

const SignInFailure = ({ error }: { error: unknown }) => {
  const text = useText();
  const words = useFailureWords();
  const seconds = error instanceof ApiError ? error.problem.retryAfter : undefined;
  return (
    <Notice tone="danger" label={text('console.sign-in.failed')} title={<Text id="console.sign-in.failed" />} live>
      {seconds === undefined ? words(error) : text('console.sign-in.wait', { minutes: Math.ceil(seconds / 60) })}
    </Notice>
  );
};
