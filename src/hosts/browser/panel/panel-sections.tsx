import type { ReactNode } from 'react';

import type { Inspection } from '#contract/qa.ts';
import { AgentSection } from '#hosts/browser/panel/agent/agent-section.tsx';
import { InspectSection } from '#hosts/browser/panel/inspect/inspect-section.tsx';
import { NetworkSection } from '#hosts/browser/panel/network/network-section.tsx';
import { useInspection } from '#hosts/browser/panel/panel-context.ts';
import styles from '#hosts/browser/panel/panel.module.css';
import { PolicySection } from '#hosts/browser/panel/policy/policy-section.tsx';
import { Problem } from '#hosts/browser/panel/problem.tsx';
import { ResetSection } from '#hosts/browser/panel/reset-section.tsx';
import { Tabs } from '#ui/tabs.tsx';

const sections = [
  { value: 'policy', label: 'Policy' },
  { value: 'agent', label: 'Agent' },
  { value: 'network', label: 'Network' },
  { value: 'inspect', label: 'Inspect' },
  { value: 'reset', label: 'Reset' },
] as const;
export type SectionName = (typeof sections)[number]['value'];

type PanelSectionsProps = {
  selected: SectionName;
  onSelect: (section: SectionName) => void;
};

export const PanelSections = ({ selected, onSelect }: PanelSectionsProps) => {
  const { inspection, problem } = useInspection();
  return (
    <div className={styles['sections']}>
      <Tabs label="What to look at" tabs={sections} selected={selected} onSelect={onSelect}>
        <Problem error={problem} />
        <Section name={selected} inspection={inspection} />
      </Tabs>
    </div>
  );
};

type SectionProps = { name: SectionName; inspection: Inspection | null | undefined };

const Section = ({ name, inspection }: SectionProps) => {
  switch (name) {
    case 'network':
      return <NetworkSection />;
    case 'reset':
      return <ResetSection inspection={inspection ?? null} />;
    case 'policy':
      return <OfSession inspection={inspection}>{(session) => <PolicySection inspection={session} />}</OfSession>;
    case 'agent':
      return <OfSession inspection={inspection}>{(session) => <AgentSection inspection={session} />}</OfSession>;
    case 'inspect':
      return <OfSession inspection={inspection}>{(session) => <InspectSection inspection={session} />}</OfSession>;
  }
};

type OfSessionProps = Pick<SectionProps, 'inspection'> & { children: (inspection: Inspection) => ReactNode };

const OfSession = ({ inspection, children }: OfSessionProps) => {
  if (inspection === undefined) return <p className={styles['muted']}>Looking…</p>;
  if (inspection === null) return <p className={styles['muted']}>There is no session behind this link.</p>;
  return children(inspection);
};
