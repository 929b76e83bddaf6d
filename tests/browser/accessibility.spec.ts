import { expect, type Page, test } from '@playwright/test';

import { scenarioList, type ScenarioName } from '#backend/scenarios/scenario-list.ts';
import { expectReadable, expectRoomy, expectUnderstandable } from '#tests/browser/support/accessibility.ts';
import { createSay, type Say } from '#tests/browser/support/catalog.ts';
import { openScenario } from '#tests/browser/support/scenario.ts';

/** First screens that are made of pieces of their own. Every other scenario's is one of these with other words. */
const different: readonly ScenarioName[] = [
  'main-path',
  'document-request-only',
  'payment-only',
  'auto-open-off',
  'nothing-to-do',
  'nothing-now',
  'half-done',
  'all-done',
  'returned-documents',
  'workflow-returned',
  'link-unknown',
  'link-expired',
  'link-expired-sms-off',
  'session-ended',
  'session-ended-limited',
  'consent',
  'offline',
  'service-unavailable',
  'too-many-requests',
  'newer-kind-only',
  'branded-bright',
  'arabic-names',
  'signing-reasons',
  'esign-confirm',
  'esign-all-fields',
  'questions-every-sort',
  'payment-declined',
];

/** The same pieces with words or pages that take much more room: only their sizes can differ. */
const larger: readonly ScenarioName[] = [
  'long-titles',
  'many-cards',
  'notices-long',
  'papers-many',
  'payment-currencies',
  'polish-names',
  'long-document',
];

const groups = Map.groupBy(
  scenarioList.filter(({ name }) => different.includes(name) || larger.includes(name)),
  ({ group }) => group,
);

/** The smallest screen the product is made for. */
const smallest = { width: 320, height: 568 };

/** Go on by themselves after a while, so nothing can be pressed in peace. */
const passing: readonly ScenarioName[] = ['offline', 'service-unavailable', 'too-many-requests'];

/**
 * Note: how a screen is built does not depend on its width or colour, and its colours do not depend on its language. So the
 * desktop looks at contrast in both schemes, the phone at sizes, and everything else is read once in each language.
 */
async function expectGood(page: Page, screen: string, isPhone: boolean): Promise<void> {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: /could not be opened|went wrong/ })).toHaveCount(0);
  if (isPhone) {
    await expectRoomy(page, screen);
    await expectUnderstandable(page, screen);
  } else {
    await expectReadable(page, screen);
  }
}

async function changeToArabic(page: Page, name: ScenarioName): Promise<void> {
  if (passing.includes(name)) {
    await openScenario(page, name, '&lang=ar');
  } else {
    await page.getByRole('button', { name: /^(Menu|Language)$/ }).click();
    await page.getByRole('button', { name: 'العربية' }).click();
  }
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
}

test.describe('on a small phone', () => {
  test.skip(({ isMobile }) => !isMobile, 'Chooses its own size.');

  for (const [group, scenarios] of groups) {
    test(`First screens of “${group}” can be used by everybody, from left and from right`, async ({ page }) => {
      test.setTimeout(120_000);
      await page.setViewportSize(smallest);
      for (const { name } of scenarios) {
        await openScenario(page, name, '&lang=en');
        if (larger.includes(name)) {
          await expectRoomy(page, name);
          continue;
        }
        await expectGood(page, name, true);
        await changeToArabic(page, name);
        await expectGood(page, `${name} in Arabic`, true);
      }
    });
  }
});

test.describe('in every light', () => {
  test.skip(({ isMobile }) => isMobile, 'Colours are the same on a phone.');

  for (const [group, scenarios] of groups) {
    const looks = scenarios.filter(({ name }) => different.includes(name));
    if (looks.length === 0) continue;
    test(`First screens of “${group}” can be read`, async ({ page }) => {
      test.setTimeout(120_000);
      for (const { name } of looks) {
        await openScenario(page, name);
        await expectGood(page, name, false);
      }
    });
  }
});

/** Opens one screen after the other and has each looked at. */
type Tour = (visit: {
  page: Page;
  say: Say;
  open: (name: ScenarioName) => Promise<unknown>;
  look: (screen: string) => Promise<void>;
}) => Promise<void>;

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

const seeSigning: Tour = async ({ page, say, open, look }) => {
  await open('esign-only');
  await button(page, say('esign.decline')).click();
  await expect(page.getByRole('dialog', { name: say('esign.decline.title') })).toBeVisible();
  await look('decline dialog');
  await page.keyboard.press('Escape');
  await button(page, say('esign.field.open', { label: 'Your signature' })).click();
  const sheet = page.getByRole('dialog', { name: say('esign.sheet.signature') });
  await expect(sheet).toBeVisible();
  await look('signing sheet, drawn');
  await sheet.getByRole('tab', { name: say('esign.sheet.type') }).click();
  await expect(sheet.getByRole('textbox')).toBeVisible();
  await look('signing sheet, typed');
  await sheet.getByRole('button', { name: say('esign.sheet.use'), exact: true }).click();
  await expect(sheet).toBeHidden();
  await look('signed place');
};

const seePapers: Tour = async ({ page, say, open, look }) => {
  await open('half-done');
  await button(page, say('files.preview', { name: 'passport.png' })).click();
  await expect(page.getByRole('dialog', { name: 'passport.png' }).getByRole('img')).toBeVisible();
  await look('preview');
};

const seeQuestions: Tour = async ({ page, say, open, look }) => {
  await open('workflow-only');
  await button(page, say('journey.menu')).click();
  await expect(page.getByRole('button', { name: 'Polski' })).toBeVisible();
  await look('menu');
  await page.keyboard.press('Escape');
  await button(page, say('workflow.continue')).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your situation' })).toBeVisible();
  await button(page, say('workflow.continue')).click();
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(5);
  await look('form with problems');

  await page.getByRole('textbox', { name: 'What do you do for a living?' }).fill('Nurse');
  await page.getByRole('textbox', { name: 'Where can we write to you?' }).fill('maya@example.com');
  await page.getByLabel('Since when have you lived').fill('2019-04-01');
  await page.getByRole('radio', { name: 'I rent' }).check();
  await page.getByRole('radio', { name: say('workflow.no'), exact: true }).check();
  await button(page, say('workflow.continue')).click();
  await expect(page.getByRole('heading', { level: 1, name: say('workflow.review.title') })).toBeVisible();
  await look('review');
};

const seeRoom: Tour = async ({ page, say, open, look }) => {
  await open('payment-only');
  const messages = button(page, say('chat.open'));
  if (await messages.isVisible()) await messages.click();
  await page.getByRole('textbox', { name: say('chat.field') }).fill('Is this about my new loan?');
  await button(page, say('chat.send')).click();
  await expect(page.getByRole('log').getByText('Is this about my new loan?')).toBeVisible();
  await look('messages');

  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /Set-up fee/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Confirm your payment' })).toBeVisible();
  await look('payment provider');
};

const tours = [
  ['signing', seeSigning],
  ['papers', seePapers],
  ['questions', seeQuestions],
  ['the room', seeRoom],
] as const;

for (const [subject, see] of tours) {
  for (const language of ['en', 'ar'] as const) {
    test.describe(language, () => {
      test.skip(({ isMobile }) => !isMobile && language === 'ar', 'Colours are the same in every language.');

      test(`What opens around ${subject} can be used by everybody`, async ({ page, isMobile }) => {
        test.setTimeout(120_000);
        if (isMobile) await page.setViewportSize(smallest);
        await see({
          page,
          say: createSay(language),
          open: (name) => openScenario(page, name, `&lang=${language}`),
          look: (screen) => expectGood(page, `${screen} in ${language}`, isMobile),
        });
      });
    });
  }
}
