import { ClockControl } from '#hosts/browser/panel/network/clock-control.tsx';
import { FaultForm } from '#hosts/browser/panel/network/fault-form.tsx';
import { FaultList } from '#hosts/browser/panel/network/fault-list.tsx';
import { LatencyControl } from '#hosts/browser/panel/network/latency-control.tsx';
import { useConditions } from '#hosts/browser/panel/panel-context.ts';
import styles from '#hosts/browser/panel/panel.module.css';
import { Problem } from '#hosts/browser/panel/problem.tsx';
import { Checkbox } from '#ui/choice.tsx';

/** What lies between customers and backend, in every tab of this browser. The agent is never hit. */
export const NetworkSection = () => {
  const [{ isOffline, faults }, change, problem] = useConditions();
  return (
    <div className={styles['section']}>
      <Checkbox
        label="Offline"
        hint="The device has no network and says so."
        checked={isOffline}
        onChange={({ target }) => change({ isOffline: target.checked })}
      />
      <Problem error={problem} />
      <LatencyControl />
      <section aria-label="Faults">
        <h3 className={styles['group']}>Faults</h3>
        <FaultList faults={faults} />
        <FaultForm />
      </section>
      <ClockControl />
    </div>
  );
};
