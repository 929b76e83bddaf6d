import Plus from 'lucide-react/icons/plus';

import type { AddInteractionInput } from '#contract/agent.ts';
import type { InteractionKind } from '#contract/interaction.ts';
import type { Inspection } from '#contract/qa.ts';
import type { createAgentClient } from '#backend/scenarios/agent-client.ts';
import { agreementInput, feeInput, papersInput, questionsInput } from '#backend/scenarios/sample-interactions.ts';
import { useAction, usePanelTools } from '#hosts/browser/panel/panel-context.ts';
import styles from '#hosts/browser/panel/panel.module.css';
import { Problem } from '#hosts/browser/panel/problem.tsx';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';

type Agent = ReturnType<typeof createAgentClient>;
type Sample = { label: string; prepare: (agent: Agent) => Promise<AddInteractionInput> };

const samples: Readonly<Record<InteractionKind, Sample>> = {
  esign: {
    label: 'eSign',
    prepare: async (agent) => {
      const { createSampleAgreement } = await import('#backend/scenarios/sample-agreement.ts');
      return agreementInput(await agent.addDocument(await createSampleAgreement()));
    },
  },
  'document-request': { label: 'Documents', prepare: () => Promise.resolve(papersInput) },
  workflow: { label: 'Workflow', prepare: () => Promise.resolve(questionsInput) },
  payment: { label: 'Payment', prepare: () => Promise.resolve(feeInput) },
};

/** One press, one more interaction. */
export const AddButtons = ({ session }: { session: Inspection['stored'] }) => {
  const tools = usePanelTools();
  const { run, isPending, problem } = useAction();
  const add = ({ prepare }: Sample) =>
    run(async () => {
      const agent = tools.agent(session.team);
      await agent.addInteraction(session.id, await prepare(agent));
    });
  return (
    <>
      <div className={styles['pair']} aria-busy={isPending}>
        {Object.values(samples).map((sample) => (
          <Button key={sample.label} icon={<Icon icon={Plus} size={16} />} onClick={() => add(sample)}>
            {sample.label}
          </Button>
        ))}
      </div>
      <Problem error={problem} />
    </>
  );
};
