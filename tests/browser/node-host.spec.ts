import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { expect } from '@playwright/test';

import { getEntry } from '#contract/endpoints/entry.ts';
import {
  answerQuestions,
  expectRoom,
  heading,
  pay,
  sendPapers,
  signDocument,
} from '#tests/browser/support/customer.ts';
import { serveHostPage } from '#tests/browser/support/host-page.ts';
import { holdRequests } from '#tests/browser/support/production.ts';
import { addPdf, test } from '#tests/browser/support/world.ts';
import { makeTemporaryFolder } from '#tests/support/make-temporary-folder.ts';
import { startNodeHost, writeSite } from '#tests/support/start-node-host.ts';
import { buildDocumentRequest, buildEsign, buildPayment, buildWorkflow } from '#tests/support/sample-interactions.ts';

const notices = {
  autoOpen: true,
  cookieDisclaimer: { on: true },
  inactiveAgentMessage: { on: true, text: 'Ada is not at her desk.' },
};

test('A customer sees who asks and what for after one request: the page alone', async ({ page, world }) => {
  const { url } = await world.startSession({
    settings: notices,
    interactions: [buildDocumentRequest(), buildWorkflow()],
    isAgentConnected: false,
  });
  const { requests, letThrough } = await holdRequests(page, 1);

  await page.goto(url, { waitUntil: 'commit' });
  await expect(page.getByText('Harbour Credit')).toBeVisible();
  await expect(page.getByText('1 of 2 · Proof of income')).toBeVisible();
  await expect(page.getByText('Ada is not at her desk.')).toBeVisible();
  const paths = () => requests.map((request) => new URL(request.url()).pathname).filter((path) => path !== '/icon.svg');
  const app = String.raw`/assets/session-room-[\w-]+\.js`;
  await expect.poll(() => paths().join(' ')).toMatch(new RegExp(`^${new URL(url).pathname} ${app}$`));

  letThrough();
  await expect(heading(page, 'Proof of income')).toBeVisible();
  expect(paths()).not.toContain(getEntry.path);
});

test('Under the policy of its page a customer does everything, pays, and what was done is in the database', async ({
  page,
  world,
}) => {
  const document = await addPdf(world);
  const interactions = [buildEsign(document), buildDocumentRequest(), buildWorkflow(), buildPayment()];
  const { url } = await world.startSession({ settings: notices, interactions });
  await page.goto(url);

  await signDocument(page, 'Loan agreement');
  await sendPapers(page, 'Proof of income');
  await answerQuestions(page);
  await expect(heading(page, 'One thing to do')).toBeVisible();
  await pay(page, 'Pay €49.00');
  await expectRoom(page);

  const arriving = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Download Loan agreement/ }).click();
  const download = await arriving;
  expect(download.url()).toContain('/api/downloads/');
  expect(download.suggestedFilename()).toMatch(/^Loan agreement.*\.pdf$/);
  const saved = readFileSync(await download.path());

  const entry = await world.customer(url).ask(getEntry);
  if (entry.kind !== 'open') throw new Error('The session is closed.');
  expect(createHash('sha256').update(saved).digest('hex')).toBe(entry.session.interactions[0]?.files[0]?.sha256);
  expect(entry.session.interactions.map(({ status }) => status)).toEqual([
    'completed',
    'under-review',
    'completed',
    'completed',
  ]);
});

test('A link that nobody knows is told apart from a backend that does not answer', async ({ page, world }) => {
  await page.goto(`${world.origin}/s/a-link-that-nobody-was-given`);
  await expect(heading(page, 'This link does not work')).toBeVisible();
});

test('A site may show the room in a frame when the policy of the session names it, and only then', async ({
  page,
  world,
  violations,
}) => {
  const { url } = await world.startSession({ interactions: [buildWorkflow()] });
  const shop = await serveHostPage(url);
  const room = page.frameLocator('iframe').getByRole('heading', { name: 'One thing to do' });

  await page.goto(shop.url);
  await expect.poll(() => violations.splice(0).join(' ')).toMatch(/frame-ancestors/);
  await expect(room).toBeHidden();

  await world.agent.saveTeamSettings(world.team, { allowedOrigins: [shop.url] });
  await page.goto(shop.url);
  await expect(room).toBeVisible();
  shop.stop();
});

/** The smallest module there is. */
const decoder = 'new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])';

test('The worker that draws documents may compile its decoders of pictures', async ({ page }) => {
  const folder = makeTemporaryFolder();
  const siteFolder = writeSite(folder.path, {
    script: `new Worker('/assets/pdf.worker.min-abc.mjs', { type: 'module' }).onmessage = ({ data }) => (document.title = data);`,
    worker: `WebAssembly.compile(${decoder}).then(() => postMessage('compiled'), (error) => postMessage(String(error)));`,
  });
  const host = await startNodeHost({ siteFolder });
  await page.goto(host.origin);
  await expect(page).toHaveTitle('compiled');
  await host.stop();
  folder.remove();
});
