/** What can be different about a document request: how much is asked for, and how narrowly. */
import type { RequestedItem } from '#contract/document-request.ts';
import type { papers } from '#backend/scenarios/groups/content.ts';
import { buildOpening } from '#backend/scenarios/recipes/start-opening.ts';
import { identityItem, megabyte, papersInput, part } from '#backend/scenarios/sample-interactions.ts';
import type { RecipesFor } from '#backend/scenarios/scenario-recipe.ts';

const asked = [
  'Proof of identity',
  'Payslips of the last three months',
  'Tax return of last year',
  'Statements of every bank account over the last six months, all pages, also the empty ones',
  'Proof of address',
  'Tenancy agreement',
  'Contract of employment',
  'Letter from your employer',
  'Insurance of the car',
  'Purchase contract of the car',
  'Letter of the lender of your other loan',
  'Anything else that you would like us to see',
];

const longInstructions =
  'Every page, in the order in which it was printed. Photos are fine as long as every word can be read and no corner is cut off. If a page is empty, send it all the same: it proves that nothing is missing.';

const toItem = (title: string, index: number): RequestedItem => ({
  ...identityItem,
  id: part(`item-${index + 1}`),
  title,
  instructions: index % 3 === 0 ? longInstructions : '',
  required: index < 7,
  maxFiles: 10,
});

const limitedItems: RequestedItem[] = [
  {
    ...identityItem,
    id: part('statement'),
    title: 'Bank statement',
    instructions: 'The PDF from your bank, not a photo.',
    accept: ['application/pdf'],
    maxFiles: 1,
    maxBytes: 0.1 * megabyte,
  },
  {
    ...identityItem,
    id: part('damage'),
    title: 'Photos of the damage',
    instructions: 'From every side.',
    accept: ['image/jpeg', 'image/png'],
    maxFiles: 10,
  },
];

export const paperRecipes: RecipesFor<typeof papers> = {
  'papers-many': { build: (stage) => buildOpening(stage, [{ ...papersInput, items: asked.map(toItem) }]) },
  'papers-limits': { build: (stage) => buildOpening(stage, [{ ...papersInput, items: limitedItems }]) },
  'papers-optional': {
    build: (stage) => {
      const items = papersInput.items.map((item) => ({ ...item, required: false }));
      return buildOpening(stage, [{ ...papersInput, items }]);
    },
  },
};
