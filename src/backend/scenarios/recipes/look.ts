/** Brands, names and words that are not English, and more of everything. */
import type { AddInteractionInput, StartSessionInput } from '#contract/agent.ts';
import { limits } from '#contract/limits.ts';
import type { SettingsLevel } from '#contract/settings.ts';
import type { look } from '#backend/scenarios/groups/content.ts';
import { startOpening } from '#backend/scenarios/recipes/start-opening.ts';
import { onePageInput } from '#backend/scenarios/sample-questions.ts';
import { agreementInput, feeInput, papersInput, questionsInput } from '#backend/scenarios/sample-interactions.ts';
import { harbourCredit } from '#backend/scenarios/sample-policies.ts';
import type { RecipesFor } from '#backend/scenarios/scenario-recipe.ts';
import { asBuilt, type BuiltScenario, day, type Stage } from '#backend/scenarios/scenario-stage.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';

type Room = {
  settings?: SettingsLevel;
  customer?: StartSessionInput['customer'];
  agreement?: string;
  others: AddInteractionInput[];
};

/** The room with an agreement and others. */
async function buildRoom(stage: Stage, { settings = {}, customer, agreement, others }: Room): Promise<BuiltScenario> {
  await stage.policy(settings);
  await stage.agent.setPresence(true);
  const document = await stage.addAgreement();
  const first = agreementInput(document, agreement === undefined ? {} : { title: agreement });
  return asBuilt(await stage.start({ interactions: [first, ...others], ...(customer && { customer }) }));
}

async function buildBranded(stage: Stage): Promise<BuiltScenario> {
  return buildRoom(stage, { settings: harbourCredit(await stage.addLogo()), others: [papersInput, feeInput] });
}

const bright: Room = {
  settings: {
    branding: { companyName: 'Sunny Side Insurance', primaryColor: '#ffd400', backgroundColor: '#fff8d6' },
  },
  others: [questionsInput, feeInput],
};

const polish: Room = {
  settings: { branding: { companyName: 'Żółta Łódź Ubezpieczenia', primaryColor: '#7a1f5c' } },
  customer: { name: 'Łucja Gżegżółka-Świątek', email: 'lucja@example.com', phone: null },
  agreement: 'Umowa pożyczki – część pierwsza',
  others: [
    { ...papersInput, title: 'Twoje dokumenty' },
    {
      ...feeInput,
      title: 'Opłata przygotowawcza',
      amount: { minorUnits: 24_950, currency: 'PLN' },
      purpose: 'Opłata przygotowawcza do umowy HC-2026-004817',
    },
  ],
};

const arabic: Room = {
  settings: { branding: { companyName: 'مصرف الميناء', primaryColor: '#0e5c63' } },
  customer: { name: 'ليلى عبد الرحمن المنصوري', email: 'layla@example.com', phone: null },
  agreement: 'اتفاقية القرض الشخصي',
  others: [
    { ...papersInput, title: 'مستنداتك' },
    {
      ...feeInput,
      title: 'رسوم الإعداد',
      amount: { minorUnits: 18_500, currency: 'AED' },
      purpose: 'رسوم إعداد القرض HC-2026-004817',
    },
  ],
};

const repeat = (words: string, length: number) =>
  words
    .repeat(Math.ceil(length / words.length))
    .slice(0, length)
    .trim();

const wordy = repeat('Declaration on the use of the vehicle outside the European Union ', limits.titleLength);
const unbroken = repeat('Kraftfahrzeughaftpflichtversicherungsbestätigung', limits.titleLength);

const long: Room = {
  settings: { branding: { companyName: repeat('Harbour Credit and Savings Association ', limits.nameLength) } },
  customer: {
    name: repeat('Maya Alexandra Thompson-Featherstonehaugh ', limits.nameLength),
    email: 'maya@example.com',
    phone: null,
  },
  agreement: wordy,
  others: [
    { ...papersInput, title: unbroken },
    { ...questionsInput, title: wordy.toUpperCase() },
    { ...feeInput, title: unbroken, purpose: wordy },
  ],
};

const cards = 200;
const openCards = 12;
/** The contract's bound for a new session; the rest is added one by one. */
const atOnce = 100;

/** Note: answered one by one they would take longer to build than anybody waits. */
const withMostDone = ({ interactions }: SessionRecord): Partial<SessionRecord> => ({
  interactions: interactions.map((interaction, index) =>
    index < interactions.length - openCards
      ? { ...interaction, status: 'completed', closedAt: interaction.addedAt }
      : interaction,
  ),
});

const toCard = (_: unknown, index: number): AddInteractionInput => {
  const month = new Date(Date.UTC(2010, index, 1)).toISOString().slice(0, 7);
  return { ...onePageInput, title: `Statement ${month}` };
};

async function buildManyCards(stage: Stage): Promise<BuiltScenario> {
  const all = Array.from({ length: cards }, toCard);
  const opened = await startOpening(stage.ago(5 * day), all.slice(0, atOnce), { autoOpen: false });
  for (const card of all.slice(atOnce)) await stage.agent.addInteraction(opened.sessionId, card);
  await stage.change(opened.sessionId, withMostDone);
  return asBuilt(opened);
}

export const lookRecipes: RecipesFor<typeof look> = {
  branded: { build: buildBranded },
  'branded-bright': { build: (stage) => buildRoom(stage, bright) },
  unbranded: { build: (stage) => buildRoom(stage, { others: [papersInput, feeInput] }) },
  'polish-names': { build: (stage) => buildRoom(stage, polish) },
  'arabic-names': { build: (stage) => buildRoom(stage, arabic) },
  'long-titles': { build: (stage) => buildRoom(stage, long) },
  'many-cards': { build: buildManyCards },
};
