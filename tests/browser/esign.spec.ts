import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

import type { ScenarioName } from '#backend/scenarios/scenario-list.ts';
import { heading } from '#tests/browser/support/customer.ts';
import type { Host } from '#tests/browser/support/host.ts';
import { addPdf, test } from '#tests/browser/support/world.ts';
import { buildEsign } from '#tests/support/sample-interactions.ts';

const title = 'Personal loan agreement';
const guide = (page: Page) => page.getByRole('region', { name: 'What is left to do' });
const sheet = (page: Page) => page.getByRole('dialog');
const field = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}, `) });
const paper = (page: Page, number: number) => page.getByRole('region', { name: new RegExp(`^Page ${number} of`) });

async function openDocument(host: Host, page: Page, scenario: ScenarioName): Promise<void> {
  await host.openScenario(page, scenario);
  await expect(paper(page, 1).locator('canvas')).toBeVisible();
}

/** A wave across the pad. */
async function draw(page: Page): Promise<void> {
  const pad = await boxOf(sheet(page).getByRole('img'));
  const at = (step: number): [number, number] => [
    pad.x + pad.width * (0.2 + step * 0.03),
    pad.y + pad.height * (0.5 + 0.25 * Math.sin(step / 2)),
  ];
  await page.mouse.move(...at(0));
  await page.mouse.down();
  for (let step = 1; step <= 20; step += 1) await page.mouse.move(...at(step));
  await page.mouse.up();
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error('Failed to measure: it is not on the page.');
  return box;
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

/** Tabs until this has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

async function typeMark(page: Page, name: string, text: string): Promise<void> {
  await page.keyboard.press('Enter');
  await tabTo(page, sheet(page).getByRole('tab', { name: 'Draw' }));
  await page.keyboard.press('ArrowRight');
  await tabTo(page, sheet(page).getByRole('textbox'));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(field(page, name)).toBeFocused();
}

test('A customer with only a keyboard reads, fills in, signs and goes on', async ({ page, host }) => {
  await openDocument(host, page, 'esign-only');
  await expectAccessible(page);

  await tabTo(page, field(page, 'Your initials'));
  await typeMark(page, 'Your initials', 'MT');
  await tabTo(page, page.getByRole('checkbox'));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('textbox', { name: 'Place of residence' }));
  await page.keyboard.type('Bristol');
  await tabTo(page, field(page, 'Your signature'));
  await typeMark(page, 'Your signature', 'Maya Thompson');
  await tabTo(page, page.getByLabel('Date', { exact: true }));
  await page.keyboard.type('11112026');
  await expectAccessible(page);
  await tabTo(page, guide(page).getByRole('button', { name: 'Sign and continue' }));
  await page.keyboard.press('Enter');

  await expect(heading(page, 'All done')).toBeVisible();
  await expect(page.getByRole('button', { name: /Download/ })).toBeVisible();
});

test('“Next” leads through everything that is left, counting down', async ({ page, host }) => {
  await openDocument(host, page, 'esign-only');
  const next = guide(page).getByRole('button', { name: 'Next' });

  await expect(guide(page).getByText('5 left')).toBeVisible();
  await next.click();
  await expect(field(page, 'Your initials')).toBeFocused();
  await next.click();
  await expect(page.getByRole('checkbox')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(guide(page).getByText('4 left')).toBeVisible();
  await next.click();
  await expect(page.getByRole('textbox', { name: 'Place of residence' })).toBeFocused();
});

test('A drawn signature keeps its shape when the phone is turned, and one dot is no signature', async ({
  page,
  host,
}) => {
  await openDocument(host, page, 'esign-only');
  await field(page, 'Your signature').click();
  await expectAccessible(page);
  await sheet(page).getByRole('img').click();
  await sheet(page).getByRole('button', { name: 'Use it here' }).click();
  await expect(sheet(page).getByText('this is too short for a signature')).toBeVisible();

  await sheet(page).getByRole('button', { name: 'Clear' }).click();
  await draw(page);
  const shape = async () => {
    const [ink, pad] = [
      await boxOf(sheet(page).getByRole('img').locator('path')),
      await boxOf(sheet(page).getByRole('img')),
    ];
    return [(ink.x - pad.x) / pad.width, (ink.y - pad.y) / pad.height, ink.width / pad.width, ink.height / pad.height];
  };
  const before = await shape();
  const size = page.viewportSize() ?? { width: 375, height: 667 };
  await page.setViewportSize({ width: size.height, height: size.width });
  const after = await shape();
  for (const [index, value] of before.entries()) expect(after[index]).toBeCloseTo(value, 1);

  await sheet(page).getByRole('button', { name: 'Use it here' }).click();
  await expect(page.getByRole('button', { name: 'Your signature, done. Change' })).toBeFocused();
});

test('Initials drawn once go into every place that asks for them', async ({ page, host }) => {
  await openDocument(host, page, 'long-document');
  await guide(page).getByRole('button', { name: 'Next' }).click();
  await page.keyboard.press('Enter');
  await draw(page);
  await sheet(page).getByRole('button', { name: 'Use it in all 3 places' }).click();
  await expect(guide(page).getByText('2 left')).toBeVisible();
});

test('A long document never holds more than a few pages’ pictures, and its words can be read', async ({
  page,
  host,
}) => {
  await openDocument(host, page, 'long-document');
  for (let turns = 0; turns < 12; turns += 1) {
    await page.mouse.wheel(0, 1_500);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect(paper(page, 40).locator('canvas')).toBeVisible();
  await expect
    .poll(() =>
      page
        .getByRole('region', { name: /^Page / })
        .locator('canvas')
        .count(),
    )
    .toBeLessThanOrEqual(3);
  await expect(paper(page, 40)).toContainText(/agreement/i);
});

test('A customer can zoom in, to a crisp page, and back to the width of the screen', async ({ page, host }) => {
  await openDocument(host, page, 'esign-only');
  const before = await boxOf(paper(page, 1));
  await guide(page).getByRole('button', { name: 'Zoom in' }).click();
  await guide(page).getByRole('button', { name: 'Zoom in' }).click();
  expect((await boxOf(paper(page, 1))).width).toBeCloseTo(before.width * 1.5, 0);
  await expect
    .poll(() =>
      paper(page, 1)
        .locator('canvas')
        .evaluate((canvas: HTMLCanvasElement) => canvas.width / canvas.clientWidth),
    )
    .toBeGreaterThanOrEqual(0.99);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await guide(page).getByRole('button', { name: 'Zoom out' }).click();
  await guide(page).getByRole('button', { name: 'Zoom out' }).click();
  expect((await boxOf(paper(page, 1))).width).toBeCloseTo(before.width, 0);
});

test('Where the end has to be reached, the document can be signed only then, and a reload does not ask again', async ({
  page,
  host,
}) => {
  await openDocument(host, page, 'require-review');
  await expect(guide(page).getByText('6 left')).toBeVisible();
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect(page.getByText('You have reached the end of the document')).toBeVisible();
  await expect(guide(page).getByText('5 left')).toBeVisible();
  await page.reload();
  await expect(guide(page).getByText('5 left')).toBeVisible();
});

test('What was entered, ink included, is there again after a reload', async ({ page, host }) => {
  await openDocument(host, page, 'esign-only');
  await page.getByRole('textbox', { name: 'Place of residence' }).fill('Bristol');
  await field(page, 'Your signature').click();
  await draw(page);
  await sheet(page).getByRole('button', { name: 'Use it here' }).click();
  await expect(guide(page).getByText(/^Saved/)).toBeVisible();
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Place of residence' })).toHaveValue('Bristol');
  await expect(page.getByRole('button', { name: 'Your signature, done. Change' })).toBeVisible();
});

test('A reason is asked for where the business wants one', async ({ page, host }) => {
  await openDocument(host, page, 'signing-reasons');
  await expect(guide(page).getByText('6 left')).toBeVisible();
  await page.getByRole('combobox', { name: 'Why are you signing?' }).selectOption('I am the borrower');
  await expect(guide(page).getByText('5 left')).toBeVisible();
});

test('A document that is filled in already is confirmed, one without fields approved', async ({ page, host }) => {
  await openDocument(host, page, 'esign-confirm');
  await guide(page).getByRole('button', { name: 'Confirm and continue' }).click();
  await expect(heading(page, 'All done')).toBeVisible();
  await openDocument(host, page, 'esign-approve');
  await guide(page).getByRole('button', { name: 'Approve and continue' }).click();
  await expect(heading(page, 'All done')).toBeVisible();
});

test('A customer may decline and say why', async ({ page, host }) => {
  await openDocument(host, page, 'esign-only');
  await page.getByRole('button', { name: 'Decline to sign' }).click();
  await sheet(page).getByRole('textbox').fill('The rate is wrong.');
  await expectAccessible(page);
  await sheet(page).getByRole('button', { name: 'Decline to sign' }).click();
  await expect(heading(page, title)).toBeHidden();
});

test('Filled in on two tabs, the later one is told and goes on with what it has', async ({ page, context, world }) => {
  const { url } = await world.startSession({
    settings: { autoOpen: true },
    interactions: [buildEsign(await addPdf(world))],
  });
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await tab.goto(url);
    await field(tab, 'Your signature').click();
    await sheet(tab).getByRole('tab', { name: 'Type' }).click();
    await sheet(tab).getByRole('textbox').fill('Maya Thompson');
  }
  await sheet(page).getByRole('button', { name: 'Use it here' }).click();
  await expect(guide(page).getByText(/^Saved/)).toBeVisible();
  await sheet(other).getByRole('button', { name: 'Use it here' }).click();
  await expect(other.getByText('Filled in somewhere else')).toBeVisible();
  await other.getByRole('button', { name: 'Go on with what is here' }).click();
  await expect(other.getByText('Filled in somewhere else')).toBeHidden();
  await expect(guide(other).getByText(/^Saved/)).toBeVisible();
});

test('Every field can be hit with a thumb, and nothing scrolls sideways on the smallest phone', async ({
  page,
  host,
}) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await openDocument(host, page, 'esign-only');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.getByRole('checkbox').scrollIntoViewIfNeeded();
  const box = await boxOf(page.getByRole('checkbox'));
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2 - 20);
  await expect(page.getByRole('checkbox')).toBeChecked();
});
