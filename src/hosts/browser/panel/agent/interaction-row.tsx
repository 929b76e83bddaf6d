import { useState } from 'react';

import type { InteractionStatus } from '#contract/interaction.ts';
import type { Inspection } from '#contract/qa.ts';
import { ReasonForm } from '#hosts/browser/panel/agent/reason-form.tsx';
import { useAction, usePanelTools } from '#hosts/browser/panel/panel-context.ts';
import styles from '#hosts/browser/panel/panel.module.css';
import { Problem } from '#hosts/browser/panel/problem.tsx';
import { Badge, type Tone } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';

type Session = Inspection['stored'];
type Step = 'withdraw' | 'return' | 'accept';

const tones: Readonly<Record<InteractionStatus, Tone>> = {
  new: 'info',
  'in-progress': 'info',
  returned: 'warning',
  'under-review': 'warning',
  'waiting-for-others': 'neutral',
  completed: 'success',
  declined: 'danger',
  cancelled: 'neutral',
  expired: 'neutral',
};

/** What is worth offering; the backend decides whether it may be done. */
const steps: Readonly<Record<InteractionStatus, readonly Step[]>> = {
  new: ['withdraw'],
  'in-progress': ['withdraw'],
  returned: ['withdraw'],
  'under-review': ['accept', 'return', 'withdraw'],
  'waiting-for-others': ['withdraw'],
  completed: ['return'],
  declined: [],
  cancelled: [],
  expired: [],
};

const words: Readonly<Record<Step, string>> = { withdraw: 'Withdraw', return: 'Return', accept: 'Accept' };
const reasons = { withdraw: 'It is no longer needed.', return: 'Please have another look at it.' } as const;

type InteractionRowProps = { session: Session; interaction: Session['interactions'][number] };

/** One interaction of the session: its state, and what the agent may do about it. */
export const InteractionRow = ({ session, interaction }: InteractionRowProps) => {
  const { id, kind, title, status } = interaction;
  const tools = usePanelTools();
  const agent = tools.agent(session.team);
  const { run, isPending, problem } = useAction();
  const [asked, setAsked] = useState<'withdraw' | 'return' | null>(null);
  const finish = () => setAsked(null);

  const take = (step: Step) => {
    if (step === 'accept') run(() => agent.accept(session.id, id));
    else setAsked(step);
  };
  const act = (reason: string) =>
    asked === 'withdraw'
      ? run(() => agent.withdraw(session.id, id, reason), { onDone: finish })
      : run(() => agent.returnForCorrection(session.id, id, reason), { onDone: finish });

  return (
    <li className={styles['line']}>
      <div className={styles['lineHead']}>
        <div>
          <p className={styles['strong']}>{title}</p>
          <p className={styles['muted']}>{kind}</p>
        </div>
        <Badge tone={tones[status]}>{status}</Badge>
      </div>
      {asked === null ? (
        <div className={styles['buttons']}>
          {steps[status].map((step) => (
            <Button key={step} busy={isPending} aria-label={`${words[step]} “${title}”`} onClick={() => take(step)}>
              {words[step]}
            </Button>
          ))}
        </div>
      ) : (
        <ReasonForm
          label={`Reason to ${asked} “${title}”`}
          suggestion={reasons[asked]}
          action={words[asked]}
          isBusy={isPending}
          onSend={act}
          onCancel={finish}
        />
      )}
      <Problem error={problem} />
    </li>
  );
};
