/** How most scenarios begin: auto open on, the agent there, nothing else set. */
import type { AddInteractionInput } from '#contract/agent.ts';
import type { InteractionId, SessionId } from '#contract/ids.ts';
import type { SettingsLevel } from '#contract/settings.ts';
import type { CustomerClient } from '#backend/scenarios/customer-client.ts';
import { harbourCredit } from '#backend/scenarios/sample-policies.ts';
import { asBuilt, type BuiltScenario, type Stage } from '#backend/scenarios/scenario-stage.ts';

export type Opened = {
  url: string;
  sessionId: SessionId;
  customer: CustomerClient;
  /** The id of the interaction at this place. */
  at: (index: number) => InteractionId;
};

export async function startOpening(
  stage: Stage,
  interactions: AddInteractionInput[],
  settings: SettingsLevel = {},
): Promise<Opened> {
  await stage.policy({ ...harbourCredit(), autoOpen: true, ...settings });
  await stage.agent.setPresence(true);
  const started = await stage.start({ interactions });
  return {
    url: started.url,
    sessionId: started.sessionId,
    customer: stage.customer(started.url),
    at: (index) => {
      const id = started.interactions[index];
      if (!id) throw new Error(`Failed to find interaction ${index}: ${started.interactions.length} were sent.`);
      return id;
    },
  };
}

export const buildOpening = async (
  stage: Stage,
  interactions: AddInteractionInput[],
  settings: SettingsLevel = {},
): Promise<BuiltScenario> => asBuilt(await startOpening(stage, interactions, settings));

/** The same with auto open off: the room comes first. */
export const buildRoomFirst = (stage: Stage, interactions: AddInteractionInput[]): Promise<BuiltScenario> =>
  buildOpening(stage, interactions, { autoOpen: false });
