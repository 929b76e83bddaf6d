import type { Inspection } from '#contract/qa.ts';
import { AddButtons } from '#hosts/browser/panel/agent/add-buttons.tsx';
import { InteractionRow } from '#hosts/browser/panel/agent/interaction-row.tsx';
import { MessageForm } from '#hosts/browser/panel/agent/message-form.tsx';
import { PresenceControl } from '#hosts/browser/panel/agent/presence-control.tsx';
import { useAction, usePanelTools } from '#hosts/browser/panel/panel-context.ts';
import styles from '#hosts/browser/panel/panel.module.css';
import { Problem } from '#hosts/browser/panel/problem.tsx';
import { Button } from '#ui/button.tsx';

/** What the agent of this session may do; the customer sees it live. */
export const AgentSection = ({ inspection }: { inspection: Inspection }) => {
  const { stored } = inspection;
  return (
    <div className={styles['section']}>
      <PresenceControl inspection={inspection} />
      <section aria-label="Add">
        <h3 className={styles['group']}>Add</h3>
        <AddButtons session={stored} />
      </section>
      <section aria-label="Interactions">
        <h3 className={styles['group']}>Interactions</h3>
        {stored.interactions.length === 0 && <p className={styles['muted']}>There are none.</p>}
        <ul className={styles['card']}>
          {stored.interactions.map((interaction) => (
            <InteractionRow key={interaction.id} session={stored} interaction={interaction} />
          ))}
        </ul>
      </section>
      <MessageForm session={stored} />
      <EndButton session={stored} />
    </div>
  );
};

const EndButton = ({ session }: { session: Inspection['stored'] }) => {
  const { agent } = usePanelTools();
  const { run, isPending, problem } = useAction();
  const isEnded = session.state === 'ended';
  return (
    <section aria-label="End">
      <h3 className={styles['group']}>End</h3>
      <Button
        variant="danger"
        busy={isPending}
        disabled={isEnded}
        onClick={() => run(() => agent(session.team).endSession(session.id))}
      >
        {isEnded ? 'The session has ended' : 'End the session'}
      </Button>
      <Problem error={problem} />
    </section>
  );
};
