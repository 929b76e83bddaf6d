import type { Inspection } from '#contract/qa.ts';
import { JsonBlock } from '#hosts/browser/panel/inspect/json-block.tsx';
import { LogList } from '#hosts/browser/panel/inspect/log-list.tsx';
import { OutboxList } from '#hosts/browser/panel/inspect/outbox-list.tsx';
import styles from '#hosts/browser/panel/panel.module.css';

/** What is stored beside what the customer may see of it, what happened, and what was sent; live. */
export const InspectSection = ({ inspection }: { inspection: Inspection }) => {
  const { stored, visible, log, isLogIntact, outbox } = inspection;
  return (
    <div className={styles['section']}>
      <div className={styles['besides']}>
        <JsonBlock title="Stored" value={stored} />
        <JsonBlock title="The customer sees" value={visible} />
      </div>
      <OutboxList messages={outbox} />
      <LogList log={log} isIntact={isLogIntact} />
    </div>
  );
};
