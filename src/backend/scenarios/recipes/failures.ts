/** Faults between customer and backend, each where it hurts one step. */
import type { AddInteractionInput } from '#contract/agent.ts';
import type { SettingsLevel } from '#contract/settings.ts';
import type { failures } from '#backend/scenarios/groups/failures.ts';
import type { EndpointName, FaultMode, NetworkFault } from '#backend/scenarios/network-fault.ts';
import { startOpening } from '#backend/scenarios/recipes/start-opening.ts';
import { uploadEverything } from '#backend/scenarios/sample-customer.ts';
import { agreementFields } from '#backend/scenarios/sample-fields.ts';
import { agreementInput, feeInput, papersInput, questionsInput } from '#backend/scenarios/sample-interactions.ts';
import { withConsent } from '#backend/scenarios/sample-policies.ts';
import type { Recipe, RecipesFor } from '#backend/scenarios/scenario-recipe.ts';
import { asBuilt, day, type Stage } from '#backend/scenarios/scenario-stage.ts';

type Interactions = (stage: Stage) => Promise<AddInteractionInput[]>;

/** A signature is all that is asked for, so that signing is two presses away. */
const agreementAndPapers: Interactions = async (stage) => {
  const fields = agreementFields.filter(({ kind }) => kind === 'signature');
  return [agreementInput(await stage.addAgreement(), { fields }), papersInput];
};
const questionsAndPapers: Interactions = () => Promise.resolve([questionsInput, papersInput]);
const fee: Interactions = () => Promise.resolve([feeInput]);

const failing = (interactions: Interactions, fault: NetworkFault, settings: SettingsLevel = {}): Recipe => ({
  build: async (stage) => {
    const opened = await startOpening(stage, await interactions(stage), settings);
    return { ...asBuilt(opened), faults: [fault] };
  },
});

/** How often the room tries by itself before it shows that something failed. */
const tries = { payment: 3, message: 3, consent: 2, newLink: 2 };

const once = (mode: FaultMode, endpoint: EndpointName): NetworkFault => ({ mode, endpoint, times: 1 });
const always = (mode: FaultMode, endpoint: EndpointName): NetworkFault => ({ mode, endpoint, times: null });

/** Everything is uploaded already, so that sending is one press away. */
const failingPapers = (fault: NetworkFault): Recipe => ({
  build: async (stage) => {
    const opened = await startOpening(stage, [papersInput, questionsInput]);
    await uploadEverything(opened.customer, opened.at(0));
    return { ...asBuilt(opened), faults: [fault] };
  },
});

export const failureRecipes: RecipesFor<typeof failures> = {
  'content-fails': failing(agreementAndPapers, always('server-error', 'getEsign')),
  'content-fails-at-first': failing(questionsAndPapers, { ...once('server-error', 'getWorkflow'), times: 4 }),
  'document-fails': failing(agreementAndPapers, always('server-error', 'getFile')),
  'sign-fails': failing(agreementAndPapers, once('server-error', 'sign')),
  'sign-answer-lost': failing(agreementAndPapers, once('lost-answer', 'sign')),
  'sign-offline': failing(agreementAndPapers, once('offline', 'sign')),
  'papers-fail': failingPapers(once('server-error', 'submitDocuments')),
  'papers-answer-lost': failingPapers(once('lost-answer', 'submitDocuments')),
  'papers-offline': failingPapers(once('offline', 'submitDocuments')),
  'upload-breaks-off': failing(() => Promise.resolve([papersInput]), {
    ...once('lost-answer', 'appendToUpload'),
    times: 2,
  }),
  'answers-fail': failing(questionsAndPapers, once('server-error', 'submitAnswers')),
  'answers-answer-lost': failing(questionsAndPapers, once('lost-answer', 'submitAnswers')),
  'answers-offline': failing(questionsAndPapers, once('offline', 'submitAnswers')),
  'drafts-fail': failing(questionsAndPapers, always('unavailable', 'saveWorkflowDraft')),
  'pay-fails': failing(fee, { ...once('server-error', 'startCheckout'), times: tries.payment }),
  'pay-answer-lost': failing(fee, once('lost-answer', 'startCheckout')),
  'pay-offline': failing(fee, once('offline', 'startCheckout')),
  'pay-result-late': failing(fee, { ...once('unavailable', 'settlePayment'), times: 2 }),
  'consent-fails': failing(
    questionsAndPapers,
    { ...once('server-error', 'giveConsent'), times: tries.consent },
    withConsent,
  ),
  'new-link-fails': {
    build: async (stage) => {
      const opened = await startOpening(stage.ago(30 * day), [questionsInput]);
      return { ...asBuilt(opened), faults: [{ ...once('server-error', 'requestNewLink'), times: tries.newLink }] };
    },
  },
  'message-fails': failing(fee, { ...once('server-error', 'sendMessage'), times: tries.message }),
  'slow-answers': failing(agreementAndPapers, { mode: 'slow', endpoint: 'any', times: null }),
  'feed-drops': {
    ...failing(fee, { ...once('dropped-stream', 'getFeed'), times: 3 }),
    later: {
      seconds: 8,
      play: async (stage, url) =>
        stage.agent.sendMessage((await stage.look(url)).id, 'Hello Maya, this came over a line that breaks off.'),
    },
  },
  'feed-never': failing(fee, always('unavailable', 'getFeed')),
  'newer-kind': failing(agreementAndPapers, { mode: 'newer-backend', endpoint: 'any', times: null }),
  'newer-kind-only': failing(() => Promise.resolve([]), { mode: 'newer-backend', endpoint: 'any', times: null }),
};
