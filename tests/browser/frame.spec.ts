/**
 * The room inside a page of another site, where the browser gives it no storage: the production flavour with a real backend, so what the
 * page forgets with each load, nothing else remembers for it.
 */
import { expect, type Frame, type Page } from '@playwright/test';

import { heading } from '#tests/browser/support/customer.ts';
import { readHeard, readTold, serveScriptedPage } from '#tests/browser/support/host-page.ts';
import {
  answerByKeyboard,
  button,
  press,
  sendPaperByKeyboard,
  signByKeyboard,
  writeByKeyboard,
} from '#tests/browser/support/keyboard.ts';
import { test } from '#tests/browser/support/production.ts';
import { testTeam } from '#tests/support/create-test-backend.ts';
import {
  buildDocumentRequest,
  buildEsign,
  buildPayment,
  buildPdf,
  buildWorkflow,
} from '#tests/support/sample-interactions.ts';

const findRoom = (page: Page): Frame => {
  const room = page.frames().find((frame) => frame !== page.mainFrame());
  if (!room) throw new Error('Failed to find the frame of the room.');
  return room;
};

const isStorageBlocked = (frame: Frame) =>
  frame.evaluate(() => {
    try {
      return localStorage.length < 0;
    } catch {
      return true;
    }
  });

const notFound = {
  status: 404,
  contentType: 'application/problem+json',
  json: { type: 'about:blank', title: 'Not found', status: 404, code: 'not-found', requestId: 'r-1' },
};

/** As high as its content: what is in it does not scroll, and the window is not filled for nothing. */
const expectFitted = (page: Page, room: Frame) =>
  expect
    .poll(async () => {
      const [content, height] = await room.evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
      const window = await page.evaluate(() => innerHeight);
      return content === height && height < window;
    })
    .toBe(true);

test('In a frame of another site, without storage and without a mouse, a customer does everything, pays in a tab, and takes it home; the page around is told', async ({
  page,
  host,
}) => {
  const problems: string[] = [];
  page.on('pageerror', ({ message }) => problems.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  const document = await host.agent.addDocument(await buildPdf());
  const link = await host.startSession({
    settings: { autoOpen: true, cookieDisclaimer: { on: true } },
    interactions: [buildEsign(document), buildDocumentRequest(), buildWorkflow(), buildPayment()],
  });
  const outer = await serveScriptedPage(link);
  await host.agent.saveTeamSettings(testTeam, { allowedOrigins: [outer.url] });
  await page.goto(outer.url);
  const room = findRoom(page);
  const cookies = room.getByRole('region', { name: 'About cookies' });
  await expect(heading(room, 'Loan agreement')).toBeVisible();
  expect(await isStorageBlocked(room)).toBe(true);

  await room.locator('body').focus();
  await press(room, button(room, 'Got it'));
  await expect(cookies).toBeHidden();
  await signByKeyboard(room);
  await expect(heading(room, 'Proof of income')).toBeFocused();
  await sendPaperByKeyboard(room);
  await expect(heading(room, 'Your work')).toBeFocused();
  await expectFitted(page, room);
  await answerByKeyboard(room);
  await expect(heading(room, 'One thing to do')).toBeFocused();
  await writeByKeyboard(room);
  if (await button(room, 'Close messages').isVisible()) await page.keyboard.press('Escape');

  const opening = page.waitForEvent('popup');
  await press(room, button(room, /^Pay /));
  const provider = await opening;
  await provider.getByRole('button', { name: 'Pay €49.00' }).click();
  await expect(provider.getByText('Payment received. Thank you.').first()).toBeVisible();
  await expect(heading(room, 'Nothing to do for now')).toBeVisible();
  await expect(cookies).toBeHidden();
  const downloading = page.waitForEvent('download');
  await press(room, button(room, /^Download Loan agreement/).first());
  expect((await downloading).suggestedFilename()).toMatch(/^Loan agreement.*\.pdf$/);
  const completed = ['esign', 'document-request', 'workflow', 'payment'].map((kind) => `completed ${kind}`);
  await expect.poll(() => readTold(page)).toEqual(['ready', ...completed, 'all completed']);
  expect(await readHeard(page)).toContainEqual(expect.objectContaining({ source: 'session-room', type: 'resize' }));
  expect(problems).toEqual([]);
  outer.stop();
});

test('The page around is told what could not be opened, and that nobody is let in any more', async ({ page, host }) => {
  const { url, sessionId } = await host.agent.startSession({
    team: testTeam,
    customer: { name: 'Maya Thompson', email: 'maya.thompson@example.com', phone: null },
    channel: 'email',
    settings: { autoOpen: true, endAccess: { level: 'none' } },
    interactions: [buildWorkflow()],
  });
  const outer = await serveScriptedPage(url);
  await host.agent.saveTeamSettings(testTeam, { allowedOrigins: [outer.url] });
  await page.route('**/api/workflows/*', (route) => route.fulfill(notFound), { times: 1 });
  await page.goto(outer.url);
  const room = findRoom(page);
  await expect(button(room, 'Go on without it')).toBeVisible();
  await press(room, button(room, 'Try again'));
  await expect(heading(room, 'Your work')).toBeVisible();
  expect(await readTold(page)).toEqual(['ready', 'error not-found']);

  await host.agent.endSession(sessionId);
  await expect(heading(room, 'This page is closed')).toBeVisible();
  await expect.poll(() => readTold(page)).toEqual(['ready', 'error not-found', 'blocked session-ended']);
  outer.stop();
});

test('A page that the policy does not name is told nothing of the room in its frame', async ({ page, host }) => {
  const link = await host.startSession({ interactions: [buildWorkflow()] });
  const outer = await serveScriptedPage(link);
  await host.agent.saveTeamSettings(testTeam, { allowedOrigins: ['https://shop.example'] });
  await page.goto(outer.url);
  const room = findRoom(page);
  await press(room, button(room, /^Start/));
  await answerByKeyboard(room);
  await expect(heading(room, 'All done')).toBeVisible();
  expect(await readHeard(page)).toEqual([]);
  outer.stop();
});
