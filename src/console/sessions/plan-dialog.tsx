import { type SubmitEvent, useId, useState } from 'react';

import type { AgentSession } from '#contract/agent-session.ts';
import { changePlan } from '#contract/endpoints/engagement.ts';
import type { PlanInput } from '#contract/engagement.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { ContactFields, nobody, useContactForm } from '#console/sessions/contact-form.tsx';
import { LanguageField } from '#console/sessions/language-field.tsx';
import { useStep } from '#console/sessions/use-step.ts';
import { FormDialog } from '#console/shared/form-dialog.tsx';
import { Text, useText } from '#lib/i18n/text.tsx';

/** Whom a planned session will be with. Nobody is told, because nobody knows of it. */
export const PlanDialog = ({ session, onClose }: { session: AgentSession; onClose: () => void }) => {
  const text = useText();
  const formId = useId();
  const { tell } = useConsole();
  const { sessionId, participants, allows } = session;
  const form = useContactForm(allows, participants[0] ?? nobody);
  const [language, setLanguage] = useState(participants[0]?.language ?? 'en');
  const [isChecked, setIsChecked] = useState(false);
  const { mutate, isPending, error } = useStep(sessionId, {
    take: (input: PlanInput, key) => tell(changePlan, input, { params: { sessionId }, key }),
    done: text('console-session.plan-done'),
    onDone: onClose,
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (form.input && !isPending) mutate({ ...form.input, customer: { ...form.input.customer, language } });
  };
  return (
    <FormDialog
      formId={formId}
      title={text('console-session.plan')}
      action={text('console-session.plan-action')}
      isPending={isPending}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        <Text id="console-session.plan-text" />
      </p>
      <ContactFields form={form} isChecked={isChecked} />
      <LanguageField label={text('console-session.language')} value={language} onChange={setLanguage} />
    </FormDialog>
  );
};
