/** What agents do, and what time does, while the customer is inside. */
import type { InteractionId } from '#contract/ids.ts';
import type { Session } from '#contract/session.ts';
import type { meanwhile } from '#backend/scenarios/groups/coming-back.ts';
import { withInteraction } from '#backend/scenarios/change-record.ts';
import { answer, submitPapers } from '#backend/scenarios/customer-steps.ts';
import { revokeLinks } from '#backend/scenarios/recipes/cannot-enter.ts';
import { buildOpening, buildRoomFirst, startOpening } from '#backend/scenarios/recipes/start-opening.ts';
import { sampleAnswers, uploadEverything } from '#backend/scenarios/sample-customer.ts';
import { agreementInput, identityItem, papersInput, questionsInput } from '#backend/scenarios/sample-interactions.ts';
import { harbourCredit, withDisclaimer, withInactiveAgentMessage } from '#backend/scenarios/sample-policies.ts';
import type { LaterStep, RecipesFor } from '#backend/scenarios/scenario-recipe.ts';
import { asBuilt, type BuiltScenario, day, minute, type Stage } from '#backend/scenarios/scenario-stage.ts';

/** Time enough to read the first screen. */
const soon = (play: LaterStep['play']): LaterStep => ({ seconds: 8, play });
/** Time enough to type something. */
const afterTyping = (play: LaterStep['play']): LaterStep => ({ seconds: 15, play });

const buildQuestions = (stage: Stage) => buildOpening(stage, [questionsInput]);

async function buildAgreementFirst(stage: Stage): Promise<BuiltScenario> {
  return buildOpening(stage, [agreementInput(await stage.addAgreement()), questionsInput]);
}

const buildPapersSent =
  (autoOpen: boolean) =>
  async (stage: Stage): Promise<BuiltScenario> => {
    const opened = await startOpening(stage, [papersInput, questionsInput], { autoOpen });
    await uploadEverything(opened.customer, opened.at(0));
    await submitPapers(opened.customer, opened.at(0));
    return asBuilt(opened);
  };

const findKind = ({ interactions }: Session, kind: 'esign' | 'workflow' | 'document-request'): InteractionId => {
  const found = interactions.find((interaction) => interaction.kind === kind);
  if (!found) throw new Error(`Failed to find a ${kind} in this session.`);
  return found.id;
};

async function returnPapers(stage: Stage, url: string): Promise<void> {
  const session = await stage.look(url);
  const reason = 'The lower edge is cut off. Please take the photo again with all four corners.';
  const items = { [identityItem.id]: reason };
  const papers = findKind(session, 'document-request');
  await stage.agent.returnForCorrection(session.id, papers, 'One photo has to be taken again.', items);
}

const end: LaterStep['play'] = async (stage, url) => stage.agent.endSession((await stage.look(url)).id);

const newDisclaimer =
  'We use cookies to keep your place while you are here, and since this month to count how many people finish. We do not use them for advertising.';

export const meanwhileRecipes: RecipesFor<typeof meanwhile> = {
  'later-added': {
    build: buildQuestions,
    later: soon(async (stage, url) => stage.agent.addInteraction((await stage.look(url)).id, papersInput)),
  },
  'later-added-in-room': {
    build: (stage) => buildRoomFirst(stage, [questionsInput]),
    later: soon(async (stage, url) => {
      const { id } = await stage.look(url);
      await stage.agent.addInteraction(id, agreementInput(await stage.addAgreement()));
    }),
  },
  'later-withdrawn': {
    build: buildAgreementFirst,
    later: soon(async (stage, url) => {
      const session = await stage.look(url);
      const reason = 'This was the wrong version. You will get the right one soon.';
      await stage.agent.withdraw(session.id, findKind(session, 'esign'), reason);
    }),
  },
  'later-changed': {
    build: buildAgreementFirst,
    later: soon(async (stage, url) => {
      const session = await stage.look(url);
      await stage.change(session.id, withInteraction(findKind(session, 'esign'), { revision: 2 }));
    }),
  },
  'later-done-elsewhere': {
    build: (stage) => buildOpening(stage, [questionsInput, papersInput]),
    later: soon(async (stage, url) => {
      await answer(stage.customer(url), findKind(await stage.look(url), 'workflow'), sampleAnswers);
    }),
  },
  'later-returned': { build: buildPapersSent(true), later: soon(returnPapers) },
  'later-returned-in-room': { build: buildPapersSent(false), later: soon(returnPapers) },
  'later-message': {
    build: (stage) => buildRoomFirst(stage, [questionsInput]),
    later: soon(async (stage, url) =>
      stage.agent.sendMessage(
        (await stage.look(url)).id,
        'Hello Maya, the questions take two minutes. Write to me if one of them is unclear.',
      ),
    ),
  },
  'later-agent-back': {
    build: async (stage) => {
      const built = await buildOpening(stage, [questionsInput], withInactiveAgentMessage);
      await stage.agent.setPresence(false);
      return built;
    },
    later: soon((stage) => stage.agent.setPresence(true)),
  },
  'later-agent-leaves': {
    build: (stage) => buildOpening(stage, [questionsInput], withInactiveAgentMessage),
    later: soon((stage) => stage.agent.setPresence(false)),
  },
  'later-setting-changed': {
    build: (stage) => buildRoomFirst(stage, [questionsInput]),
    later: soon((stage) => stage.policy({ ...harbourCredit(), autoOpen: true })),
  },
  'later-disclaimer-revised': {
    build: (stage) => buildOpening(stage, [questionsInput], withDisclaimer),
    later: soon((stage) => {
      const cookieDisclaimer = { on: true, text: newDisclaimer, revision: 2 };
      return stage.policy({ ...harbourCredit(), autoOpen: true, cookieDisclaimer });
    }),
  },
  'later-ended': { build: buildQuestions, later: afterTyping(end) },
  'later-ended-nothing-left': {
    build: (stage) => buildOpening(stage, [questionsInput], { endAccess: { level: 'none' } }),
    later: afterTyping(end),
  },
  'later-link-expired': { build: (stage) => buildQuestions(stage.ago(7 * day - minute)) },
  'later-link-revoked': {
    build: buildQuestions,
    later: soon(async (stage, url) => {
      const { id, startedAt } = await stage.look(url);
      await stage.change(id, revokeLinks(Date.parse(startedAt)));
    }),
  },
};
