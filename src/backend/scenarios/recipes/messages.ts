/** Chat: long, and switched off. */
import { sendMessage } from '#contract/endpoints/message.ts';
import type { messages } from '#backend/scenarios/groups/content.ts';
import { buildOpening, startOpening } from '#backend/scenarios/recipes/start-opening.ts';
import { papersInput } from '#backend/scenarios/sample-interactions.ts';
import type { RecipesFor } from '#backend/scenarios/scenario-recipe.ts';
import { asBuilt, type BuiltScenario, day, type Stage } from '#backend/scenarios/scenario-stage.ts';

const fromCustomer = [
  'Hello, is the offer still valid?',
  'Thank you. And do I need the papers of the car already?',
  'I found the payslips, but one of them has coffee on it.',
  'See https://www.example.com/cars/hatchbacks/2021/a-very-long-address-that-does-not-fit-on-a-phone-at-all?colour=blue',
];
const fromAgent = [
  'Good morning Maya, yes, until the end of the month.',
  'Not yet. Once you have chosen one, send us:\n– the purchase contract\n– a photo of the registration\n– the mileage',
  'That is fine as long as every number can be read.',
  'Unterhaltspflichtversicherungsbescheinigungsnummernverzeichnis is the word you were looking for.',
];

const days = 14;
const aDay = 3;

async function buildChatLong(stage: Stage): Promise<BuiltScenario> {
  const { url, sessionId } = await startOpening(stage.ago(days * day), [papersInput], {
    autoOpen: false,
    accessDuration: 30,
  });
  for (let turn = 0; turn < days * aDay; turn += 1) {
    const then = stage.ago((days - turn / aDay) * day);
    const text = fromCustomer[turn % fromCustomer.length] ?? '';
    await then.customer(url).ask(sendMessage, {}, { text });
    if (turn % 8 !== 7) await then.agent.sendMessage(sessionId, fromAgent[turn % fromAgent.length] ?? '');
  }
  return asBuilt({ url });
}

export const messageRecipes: RecipesFor<typeof messages> = {
  'chat-long': { build: buildChatLong },
  'chat-off': { build: (stage) => buildOpening(stage, [papersInput], { autoOpen: false, chat: false }) },
};
