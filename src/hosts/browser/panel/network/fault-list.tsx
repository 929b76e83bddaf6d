import X from 'lucide-react/icons/x';

import type { NetworkFault } from '#backend/scenarios/network-fault.ts';
import { faultWords } from '#hosts/browser/panel/network/fault-words.ts';
import { useAction, usePanelTools } from '#hosts/browser/panel/panel-context.ts';
import styles from '#hosts/browser/panel/panel.module.css';
import { Problem } from '#hosts/browser/panel/problem.tsx';
import { IconButton } from '#ui/icon-button.tsx';

const describe = ({ mode, endpoint, times }: NetworkFault) => {
  const target = endpoint === 'any' ? 'any request' : endpoint;
  const often = times === null ? 'until removed' : `${times} ×`;
  return `${faultWords[mode]}: ${target}, ${often}`;
};

/** What is broken now; a counted one leaves the list by itself. */
export const FaultList = ({ faults }: { faults: readonly NetworkFault[] }) => {
  const { conditions } = usePanelTools();
  const { run, problem } = useAction();
  const remove = (fault: NetworkFault) =>
    run(() =>
      conditions.change((before) => {
        const at = before.faults.findIndex((other) => describe(other) === describe(fault));
        return { ...before, faults: before.faults.filter((_, index) => index !== at) };
      }),
    );
  if (faults.length === 0) return <p className={styles['muted']}>Nothing is broken.</p>;
  return (
    <>
      <ul className={styles['card']} aria-label="Faults in force">
        {faults.map((fault, index) => (
          <li key={`${index} ${describe(fault)}`} className={styles['fault']}>
            <span>{describe(fault)}</span>
            <IconButton icon={X} label={`Remove “${describe(fault)}”`} onClick={() => remove(fault)} />
          </li>
        ))}
      </ul>
      <Problem error={problem} />
    </>
  );
};
