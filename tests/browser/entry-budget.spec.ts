import { createTestBackend, testTeam } from '#tests/support/create-test-backend.ts';
import { serveFolder } from '#tests/support/static-server.ts';
import { expect, test as base, type Request } from '@playwright/test';

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

test('A customer sees who asks them after three requests: the page, the entry and the app', async ({ page, link }) => {
  const requests: Request[] = [];
  // Note: whatever is asked for beyond the three is never answered, so the first content cannot have needed it.
  await page.route('**', (route, request) => {
    requests.push(request);
    return requests.length <= 3 ? route.continue() : undefined;
  });

  await page.goto(link, { waitUntil: 'commit' });
  await expect(page.getByText(business).first()).toBeVisible();

  const { origin, pathname } = new URL(link);
  const paths = requests.map((request) => new URL(request.url()).pathname);
  const app = String.raw`/assets/session-room-[\w-]+\.js`;
  expect(paths.slice(0, 3).join(' ')).toMatch(new RegExp(`^${pathname} /api/entry ${app}$`));
  const strange = requests.filter((one) => one.resourceType() === 'font' || new URL(one.url()).origin !== origin);
  expect(strange.map((one) => one.url())).toEqual([]);
});
