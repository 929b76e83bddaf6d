import type { ReactNode } from 'react';

import type { Inspection } from '#contract/qa.ts';
import { noConditions } from '#hosts/browser/conditions.ts';
import { useAction, usePanelTools } from '#hosts/browser/panel/panel-context.ts';
import { scenarioOf } from '#hosts/browser/panel/panel-tools.ts';
import styles from '#hosts/browser/panel/panel.module.css';
import { Problem } from '#hosts/browser/panel/problem.tsx';
import { Button, type ButtonVariant } from '#ui/button.tsx';

/** Back to the beginning: of this scenario, of what is wrong with the world, or of everything. */
export const ResetSection = ({ inspection }: { inspection: Inspection | null }) => {
  const { rebuild, resetAll, conditions, isKept } = usePanelTools();
  const scenario = inspection && scenarioOf(inspection.stored.team);
  return (
    <div className={styles['section']}>
      {scenario !== null && (
        <ResetPart title="This scenario" button="Build it anew" work={() => rebuild(scenario)}>
          A new session of “{scenario}”, with its policy and agent as they were, opens in this tab.
        </ResetPart>
      )}
      <ResetPart title="Conditions" button="Put everything right" work={() => conditions.change(() => noConditions)}>
        Online, no latency, no faults, the clock as it is. Sessions stay.
      </ResetPart>
      <ResetPart title="Everything" button="Reset everything" variant="danger" work={resetAll}>
        Forgets every session, setting, draft and upload{isKept ? '; other tabs go to the start page too' : ''}.
      </ResetPart>
    </div>
  );
};

type ResetPartProps = {
  title: string;
  button: string;
  variant?: ButtonVariant;
  work: () => Promise<void>;
  children: ReactNode;
};

const ResetPart = ({ title, button, variant = 'secondary', work, children }: ResetPartProps) => {
  const { run, isPending, problem } = useAction();
  return (
    <section aria-label={title}>
      <h3 className={styles['group']}>{title}</h3>
      <p className={styles['muted']}>{children}</p>
      <div className={styles['buttons']}>
        <Button variant={variant} busy={isPending} onClick={() => run(work)}>
          {button}
        </Button>
      </div>
      <Problem error={problem} />
    </section>
  );
};
