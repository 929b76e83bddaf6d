import type { ChangeEvent } from 'react';

import type { TeamId } from '#contract/ids.ts';
import { useAction, usePanelTools } from '#hosts/browser/panel/panel-context.ts';
import type { ControlProps } from '#hosts/browser/panel/policy/control-props.ts';
import styles from '#hosts/browser/panel/policy/policy.module.css';
import { Problem } from '#hosts/browser/panel/problem.tsx';
import { Button } from '#ui/button.tsx';

/** A picture from this device. */
export const LogoControl = ({ label, value, onSave, team }: ControlProps & { team: TeamId }) => {
  const { agent } = usePanelTools();
  const { run, problem } = useAction();
  const bring = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (!file) return;
    run(async () => onSave(await agent(team).addLogo(new Uint8Array(await file.arrayBuffer()))));
  };
  return (
    <div className={styles['stacked']}>
      <input
        type="file"
        aria-label={label}
        className={styles['input']}
        accept="image/png,image/jpeg"
        onChange={bring}
      />
      {value !== undefined && <Button onClick={() => onSave(undefined)}>Inherit</Button>}
      <Problem error={problem} />
    </div>
  );
};
