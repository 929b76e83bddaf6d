import type { ReactNode } from 'react';

import { describeOffset } from '#hosts/browser/panel/network/describe-offset.ts';
import { useConditions, useInspection } from '#hosts/browser/panel/panel-context.ts';
import styles from '#hosts/browser/panel/panel.module.css';
import { Badge, type Tone } from '#ui/badge.tsx';

/** What the session is in, and what is wrong with the world. */
export const PanelStatus = () => {
  const { inspection } = useInspection();
  const [conditions] = useConditions();
  const { isOffline, latency, faults, clockOffset } = conditions;
  const isActive = inspection?.agentActivity === 'active';
  return (
    <ul className={styles['badges']} aria-label="State">
      {inspection && (
        <State tone={inspection.stored.state === 'open' ? 'success' : 'neutral'}>
          Session {inspection.stored.state}
        </State>
      )}
      {inspection && <State tone={isActive ? 'success' : 'neutral'}>Agent {inspection.agentActivity}</State>}
      {isOffline && <State tone="warning">Offline</State>}
      {latency > 0 && <State tone="warning">{latency} ms late</State>}
      {faults.length > 0 && <State tone="warning">{faults.length === 1 ? '1 fault' : `${faults.length} faults`}</State>}
      {clockOffset !== 0 && <State tone="warning">Clock {describeOffset(clockOffset)}</State>}
    </ul>
  );
};

const State = ({ tone, children }: { tone: Tone; children: ReactNode }) => (
  <li>
    <Badge tone={tone}>{children}</Badge>
  </li>
);
