import { useQuery } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';

import type { TeamId } from '#contract/ids.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { type DeskPlace, deskPlaceQuery } from '#console/client/desk-place.ts';
import { QueryView } from '#console/layout/query-view.tsx';
import { ClearButton } from '#console/new-session/clear-button.tsx';
import { ContactFields } from '#console/new-session/contact-fields.tsx';
import { FirstTasks } from '#console/new-session/first-tasks.tsx';
import { HowFields } from '#console/new-session/how-fields.tsx';
import styles from '#console/new-session/new-session.module.css';
import { OpenSessionNotice } from '#console/new-session/open-session-notice.tsx';
import type { SessionForm } from '#console/new-session/part-props.ts';
import { useSessionDraft } from '#console/new-session/session-draft.ts';
import { StartFailure } from '#console/new-session/start-failure.tsx';
import { startTermsQuery } from '#console/new-session/start-terms-query.ts';
import type { Started } from '#console/new-session/started.ts';
import { continuesOpen, listProblems, type StartTerms, toStartInput } from '#console/new-session/to-start-input.ts';
import { useSettingsTeams } from '#console/new-session/use-settings-teams.ts';
import { useStart } from '#console/new-session/use-start.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notice } from '#ui/notice.tsx';

type NewSessionFormProps = { onStarted: (started: Started) => void };

export const NewSessionForm = ({ onStarted }: NewSessionFormProps) => {
  const { me } = useConsole();
  const place = useQuery(deskPlaceQuery(me.id, 'new-session'));
  return <QueryView query={place}>{(found) => <FormAt place={found} onStarted={onStarted} />}</QueryView>;
};

const FormAt = ({ place, onStarted }: NewSessionFormProps & { place: DeskPlace }) => {
  const client = useConsole();
  const form = useSessionDraft(place);
  const teams = useSettingsTeams();
  const team = teams.find(({ id }) => id === form.draft.team)?.id ?? client.me.team;
  const terms = useQuery(startTermsQuery(client, team));
  return (
    <div className={styles['form']}>
      {place.isBesideAnother && form.isEmpty && <ElsewhereNotice />}
      <QueryView query={terms}>
        {(known) => <Form form={form} terms={known} team={team} onStarted={onStarted} />}
      </QueryView>
    </div>
  );
};

const ElsewhereNotice = () => {
  const text = useText();
  return (
    <Notice tone="info" label={text('console-new-session.elsewhere')}>
      <Text id="console-new-session.elsewhere" />
    </Notice>
  );
};

type FormProps = NewSessionFormProps & {
  form: SessionForm;
  terms: StartTerms;
  team: TeamId;
};

const Form = ({ form: { draft, isEmpty, change, clear, shelf }, terms, team, onStarted }: FormProps) => {
  const [attempt, setAttempt] = useState(0);
  const start = useStart(terms, (started) => {
    clear();
    onStarted(started);
  });
  const problems = attempt > 0 ? listProblems(draft, terms) : [];
  const isContinued = continuesOpen(draft, terms);
  const isBlocked = terms.openSession !== null && draft.when === 'now' && !isContinued;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (isBlocked || start.isPending || listProblems(draft, terms).length > 0) return;
    start.mutate(toStartInput(draft, { terms, team }));
  };
  const part = { draft, change, shelf, terms, problems };
  return (
    <form className={styles['form']} noValidate onSubmit={submit}>
      {terms.openSession && <OpenSessionNotice open={terms.openSession} isContinued={isContinued} />}
      <ErrorSummary
        attempt={attempt}
        problems={problems.map(({ id, message, values = {} }) => ({
          id,
          message: <Text id={message} values={values} />,
        }))}
      />
      <ContactFields {...part} />
      <FirstTasks {...part} />
      <HowFields {...part} team={team} />
      {start.error && <StartFailure error={start.error} />}
      <div className={styles['submit']}>
        <Button
          type="submit"
          variant="primary"
          busy={start.isPending}
          disabled={isBlocked}
          aria-describedby={isBlocked ? 'open-session' : undefined}
        >
          <Text id={draft.when === 'now' ? 'console-new-session.start' : 'console-new-session.plan'} />
        </Button>
        <ClearButton isEmpty={isEmpty} onClear={clear} />
      </div>
    </form>
  );
};
