import { type SubmitEvent, useState } from 'react';

import { type FaultMode, faultModes, type NetworkFault } from '#backend/scenarios/network-fault.ts';
import { listFaultTargets } from '#hosts/browser/find-endpoint.ts';
import { faultWords } from '#hosts/browser/panel/network/fault-words.ts';
import { useAction, usePanelTools } from '#hosts/browser/panel/panel-context.ts';
import styles from '#hosts/browser/panel/panel.module.css';
import { Problem } from '#hosts/browser/panel/problem.tsx';
import { Button } from '#ui/button.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';

/** One more thing that goes wrong: what, where, and how often. */
export const FaultForm = () => {
  const { conditions } = usePanelTools();
  const { run, isPending, problem } = useAction();
  const [mode, setMode] = useState<FaultMode>('server-error');
  const [target, setTarget] = useState('any');
  const [times, setTimes] = useState('1');
  const targets = listFaultTargets(mode);

  const add = (event: SubmitEvent) => {
    event.preventDefault();
    const endpoint = targets.find(({ name }) => name === target)?.name ?? 'any';
    const fault: NetworkFault = { mode, endpoint, times: times === '' ? null : Math.max(1, Number(times)) };
    run(() => conditions.change((before) => ({ ...before, faults: [...before.faults, fault] })));
  };
  return (
    <form className={styles['form']} onSubmit={add}>
      <SelectField
        label="What goes wrong"
        value={mode}
        onChange={({ target: { value } }) => setMode(faultModes.find((known) => known === value) ?? mode)}
      >
        {faultModes.map((known) => (
          <option key={known} value={known}>
            {faultWords[known]}
          </option>
        ))}
      </SelectField>
      <SelectField label="For which request" value={target} onChange={({ target: { value } }) => setTarget(value)}>
        <option value="any">Any</option>
        {targets.map(({ name, method, path }) => (
          <option key={name} value={name}>
            {name} ({method} {path})
          </option>
        ))}
      </SelectField>
      <div className={styles['inline']}>
        <TextField
          label="Times"
          type="number"
          min={1}
          max={1_000}
          placeholder="Until removed"
          value={times}
          onChange={({ target: { value } }) => setTimes(value)}
        />
        <Button type="submit" busy={isPending}>
          Add the fault
        </Button>
      </div>
      <Problem error={problem} />
    </form>
  );
};
