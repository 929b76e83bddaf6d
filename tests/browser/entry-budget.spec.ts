import { createTestBackend, testTeam } from '#tests/support/create-test-backend.ts';
import { serveFolder } from '#tests/support/static-server.ts';
import { expect, test as base, type Page } from '@playwright/test';

const business = 'Harbour Credit';

/** The production flavour with a real backend behind it, on one address. */
const test = base.extend<{ link: string }>({
  link: async ({}, use) => {
    const { backend, agent } = createTestBackend();
    const { origin, stop } = await serveFolder('dist/room', backend);
    const { url } = await agent.startSession({
      team: testTeam,
      customer: { name: 'Maya Thompson', email: 'maya.thompson@example.com', phone: null },
      channel: 'email',
      settings: { branding: { companyName: business } },
      interactions: [],
    });
    await use(origin + new URL(url).pathname);
    stop();
  },
});

/** What had arrived, besides the page itself, at the moment the business's name was first there to be painted. */
const recordArrivals = (page: Page) =>
  page.addInitScript((words) => {
    new MutationObserver((_, observer) => {
      if (document.querySelector('#root')?.textContent.includes(words) !== true) return;
      observer.disconnect();
      const arrived = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
      document.documentElement.dataset['arrived'] = arrived.toSorted().join(' ');
    }).observe(document, { childList: true, subtree: true, characterData: true });
  }, business);

test('A customer sees who asks them after three requests: the page, the entry and the app', async ({ page, link }) => {
  const sent: { url: string; kind: string }[] = [];
  page.on('request', (request) => sent.push({ url: request.url(), kind: request.resourceType() }));
  await recordArrivals(page);

  await page.goto(link);
  await expect(page.getByText(business).first()).toBeVisible();

  const { origin, pathname } = new URL(link);
  const paths = sent.map(({ url }) => new URL(url).pathname);
  expect(paths.slice(0, 3).join(' ')).toMatch(
    new RegExp(String.raw`^${pathname} /api/entry /assets/session-room-[\w-]+\.js$`),
  );
  await expect(page.locator('html')).toHaveAttribute('data-arrived', paths.slice(1, 3).toSorted().join(' '));
  expect(sent.filter(({ url, kind }) => kind === 'font' || new URL(url).origin !== origin)).toEqual([]);
});
