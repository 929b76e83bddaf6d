import type { AddInteractionInput } from '#contract/agent.ts';
import type { SettingsLevel } from '#contract/settings.ts';
import { heading } from '#tests/browser/support/customer.ts';
import { holdRequests, test } from '#tests/browser/support/production.ts';
import { buildDocumentRequest, buildEsign, buildPdf, buildWorkflow } from '#tests/support/sample-interactions.ts';
import { expect, type Page } from '@playwright/test';

const business = 'Harbour Credit';

const notices: SettingsLevel = {
  autoOpen: true,
  cookieDisclaimer: { on: true },
  inactiveAgentMessage: { on: true, text: 'Ada is not at her desk.\nWrite, and she will answer.' },
};

/** What is on the page before the app is there: page and entry are all it was given. */
const beforeTheApp = 2;

test('A customer sees who asks, what for and what to know first after two requests: the page and the entry', async ({
  page,
  host,
}) => {
  const interactions = [buildDocumentRequest(), buildWorkflow()];
  const link = await host.startSession({ settings: notices, interactions });
  const { requests } = await holdRequests(page, beforeTheApp);

  await page.goto(link, { waitUntil: 'commit' });
  await expect(page.getByText(business)).toBeVisible();
  await expect(page.getByText('1 of 2 · Proof of income')).toBeVisible();
  await expect(page.getByText('Ada is not at her desk.')).toBeVisible();
  await expect(page.getByText(/keeps a few cookies/)).toBeVisible();

  const { origin, pathname } = new URL(link);
  const app = String.raw`/assets/session-room-[\w-]+\.js`;
  const paths = () => requests.map((request) => new URL(request.url()).pathname).filter((path) => path !== '/icon.svg');
  await expect.poll(() => paths().join(' ')).toMatch(new RegExp(`^${pathname} /api/entry ${app}$`));
  const strange = requests.filter((one) => one.resourceType() === 'font' || new URL(one.url()).origin !== origin);
  expect(strange.map((one) => one.url())).toEqual([]);
});

/** Where the words are that both the page and the app draw, wherever they stand; looked at in one moment. */
const measure = (page: Page, words: readonly string[]) =>
  page.evaluate((words) => {
    const places: [word: string, x: number, y: number, height: number][] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const word = node.textContent?.trim() ?? '';
      const box = words.includes(word) && node.parentElement?.getBoundingClientRect();
      if (box) places.push([word, Math.round(box.x), Math.round(box.y), Math.round(box.height)]);
    }
    return places;
  }, words);

const firstScreens: readonly {
  kind: string;
  title: string;
  build: (document: () => Promise<AddInteractionInput>) => Promise<AddInteractionInput>;
}[] = [
  { kind: 'papers', title: 'Proof of income', build: () => Promise.resolve(buildDocumentRequest()) },
  { kind: 'a document', title: 'Loan agreement', build: (document) => document() },
];

for (const { kind, title, build } of firstScreens) {
  for (const lang of ['en', 'ar']) {
    test(`Nothing moves when the app takes over the page of ${kind} (${lang})`, async ({ page, host }) => {
      const first = await build(async () => buildEsign(await host.agent.addDocument(await buildPdf())));
      const link = await host.startSession({ settings: notices, interactions: [first] });
      const { letThrough } = await holdRequests(page, beforeTheApp);
      const words = [business, title, 'Ada is not at her desk. Write, and she will answer.'];

      await page.goto(`${link}?lang=${lang}`, { waitUntil: 'commit' });
      await expect(page.getByText(title).last()).toBeVisible();
      await expect(page.getByRole('heading')).toHaveCount(0);
      const before = await measure(page, words);

      letThrough();
      await expect(heading(page, title)).toBeVisible();
      await expect(page.locator('[data-shell]')).toHaveCount(0);
      expect(await measure(page, words)).toEqual(before);
    });
  }
}

test('What the business wrote is shown as text, before and after the app is there', async ({ page, host }) => {
  const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
  const link = await host.startSession({
    settings: { ...notices, cookieDisclaimer: { on: true, text: hostile } },
    interactions: [{ ...buildDocumentRequest(), title: hostile }],
    companyName: hostile,
  });
  const { letThrough } = await holdRequests(page, beforeTheApp);

  await page.goto(link, { waitUntil: 'commit' });
  await expect(page.getByText(hostile)).toHaveCount(4);
  letThrough();
  await expect(heading(page, hostile)).toBeVisible();
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
  await expect(page).toHaveTitle(new RegExp('img src'));
});

test('Before consent is given the page tells who asks and nothing else', async ({ page, host }) => {
  const link = await host.startSession({
    settings: { ...notices, consent: { on: true, text: 'May we?' } },
    interactions: [buildDocumentRequest()],
  });
  const { letThrough } = await holdRequests(page, beforeTheApp);

  await page.goto(link, { waitUntil: 'commit' });
  await expect(page.getByText(business)).toBeVisible();
  await expect(page.getByText('Proof of income')).toHaveCount(0);
  await expect(page.getByText(/keeps a few cookies/)).toHaveCount(0);
  letThrough();
  await expect(page.getByText('May we?')).toBeVisible();
});

const nonsense = ['Bad gateway', '{"kind":"open","branding":null}', 'null'];

test('An answer that makes no sense leaves the page wordless, and the app tells', async ({ page, host, isMobile }) => {
  test.skip(isMobile, 'The same on every screen.');
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  const link = await host.startSession({ settings: notices });
  for (const body of nonsense) {
    await page.route('**/api/entry', (route) => route.fulfill({ contentType: 'application/json', body }));
    await page.goto(link);
    await expect(page.getByRole('button', { name: /Try again|Reload/ })).toBeVisible();
  }
  expect(complaints).toEqual([]);
});

test('Where the app cannot be read, does not arrive, or needs a younger browser, the page says what to do', async ({
  page,
  host,
  isMobile,
}) => {
  test.skip(isMobile, 'The same on every screen.');
  const link = await host.startSession({ settings: notices, interactions: [buildDocumentRequest()] });
  const app = '**/assets/session-room-*.js';
  const stuck = page.getByText('This page does not open here.');
  for (const answer of [{ contentType: 'text/javascript', body: 'no script(' }, { status: 404 }]) {
    await page.route(app, (route) => route.fulfill(answer));
    await page.goto(link);
    await expect(stuck).toBeVisible();
    await expect(page.getByText(business)).toBeVisible();
  }
  await page.unroute(app);
  await page.reload();
  await expect(heading(page, 'Proof of income')).toBeVisible();
  await expect(stuck).toHaveCount(0);

  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.addInitScript(() => Reflect.deleteProperty(Array.prototype, 'toSorted'));
  await page.goto(`${link}?lang=pl`);
  await expect(page.getByText('Ta strona nie otwiera się tutaj.')).toBeVisible();
  await expect(page.getByText(business)).toBeVisible();
  expect(asked.filter((url) => url.includes('/assets/'))).toEqual([]);
});
