import { useState } from 'react';

import type { Inspection } from '#contract/qa.ts';
import { idleThreshold } from '#domain/agent-activity.ts';
import { useAction, useConditions, usePanelTools } from '#hosts/browser/panel/panel-context.ts';
import styles from '#hosts/browser/panel/panel.module.css';
import { Problem } from '#hosts/browser/panel/problem.tsx';

const presences = [
  { value: 'active', label: 'Active' },
  { value: 'idle', label: 'Idle' },
  { value: 'signed-out', label: 'Signed out' },
  { value: 'unknown', label: 'Unknown' },
] as const;
type Presence = (typeof presences)[number]['value'];

function resolvePresence({ agentActivity, presence }: Inspection): Presence {
  if (agentActivity !== 'inactive') return agentActivity;
  return presence?.connected ? 'idle' : 'signed-out';
}

/** Whether the agent is there, as their console and the look-up would say it. */
export const PresenceControl = ({ inspection }: { inspection: Inspection }) => {
  const { agent, conditions } = usePanelTools();
  const [{ presenceFails }] = useConditions();
  const { run, problem } = useAction();
  const [wanted, setWanted] = useState<Presence | null>(null);
  const { team } = inspection.stored;

  const tell = async (presence: Presence) => {
    await conditions.change((before) => ({ ...before, presenceFails: presence === 'unknown' }));
    if (presence === 'unknown') return;
    const idleSince = new Date(Date.parse(inspection.now) - 2 * idleThreshold).toISOString();
    await agent(team).setPresence(presence !== 'signed-out', presence === 'idle' ? idleSince : undefined);
  };
  const actual = presenceFails ? 'unknown' : resolvePresence(inspection);
  const shown = wanted ?? actual;
  const choose = (presence: Presence) => {
    setWanted(presence);
    run(() => tell(presence), { onEnd: () => setWanted(null) });
  };
  return (
    <fieldset>
      <legend className={styles['group']}>Presence of {inspection.stored.agent?.name ?? 'nobody'}</legend>
      <div className={styles['segments']}>
        {presences.map(({ value, label }) => (
          <label key={value} className={styles['segment']}>
            <input type="radio" name="qa-presence" checked={shown === value} onChange={() => choose(value)} />
            <span>{label}</span>
          </label>
        ))}
      </div>
      <Problem error={problem} />
    </fieldset>
  );
};
