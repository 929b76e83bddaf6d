/** QA's panel beside the room: what QA does there is seen by the customer, and everything can be put right again. */
import { expect, type Page, test } from '@playwright/test';

import { expectReadable, expectRoomy, expectUnderstandable } from '#tests/browser/support/accessibility.ts';
import { expectRoom, heading } from '#tests/browser/support/customer.ts';
import { addFault, enterRoomAnew, openPanel, openSetting, panel, toggle } from '#tests/browser/support/qa-panel.ts';
import { openScenario } from '#tests/browser/support/scenario.ts';

/** A browser in which nobody put the panel away. */
test.use({ storageState: { cookies: [], origins: [] } });

const states = (page: Page) => panel(page).getByRole('list', { name: 'State' });
const offlineNotice = (page: Page) => page.getByRole('region', { name: 'No connection' });
const sections = ['Policy', 'Agent', 'Network', 'Inspect', 'Reset'] as const;

test.describe('beside the room', () => {
  test.skip(({ isMobile }) => isMobile, 'What QA does is the same in a sheet.');

  test("What the team sets holds from the next entry, says where it comes from, and loses to the session's own", async ({
    page,
  }) => {
    await openScenario(page, 'auto-open-off');
    const autoOpen = await openSetting(page, 'Auto open');
    await expect(autoOpen).toContainText('default');
    await autoOpen.getByRole('combobox', { name: 'Auto open, team' }).selectOption('On');
    await expect(autoOpen).toContainText(/Auto open\s*on\s*team/);
    await expectRoom(page);

    await enterRoomAnew(page);
    await expect(heading(page, 'Personal loan agreement')).toBeVisible();

    const again = await openSetting(page, 'Auto open');
    await again.getByRole('combobox', { name: 'Auto open, session' }).selectOption('Off');
    await expect(again).toContainText(/Auto open\s*off\s*session/);
    await expect(again).toContainText(/team\s*overruled/);
    await enterRoomAnew(page);
    await expectRoom(page);
  });

  test('An idle agent is announced at the next entry; active again, the message leaves by itself', async ({ page }) => {
    await openScenario(page, 'notices-agent-active');
    const message = page.getByRole('region', { name: 'Message from the team' });
    const qa = await openPanel(page, 'Agent');
    await qa.getByRole('radio', { name: 'Idle' }).check();
    await expect(states(page)).toContainText('Agent inactive');
    await expect(message).toBeHidden();

    await enterRoomAnew(page);
    await expect(message).toBeVisible();
    await openPanel(page, 'Agent');
    await panel(page).getByRole('radio', { name: 'Active' }).check();
    await expect(message).toBeHidden();

    await panel(page).getByRole('radio', { name: 'Unknown' }).check();
    await expect(states(page)).toContainText('Agent unknown');
    await enterRoomAnew(page);
    await expect(heading(page, 'Personal loan agreement')).toBeVisible();
    await expect(message).toBeHidden();
  });

  test('What the agent does is seen by the customer at once', async ({ page }) => {
    await openScenario(page, 'all-done');
    const qa = await openPanel(page, 'Agent');
    await qa.getByRole('button', { name: 'Return “Questions about you”' }).click();
    await qa.getByRole('textbox').first().fill('The income is missing.');
    await qa.getByRole('button', { name: 'Return', exact: true }).click();
    await expect(page.getByText('The income is missing.').first()).toBeVisible();

    await qa.getByRole('button', { name: 'Payment' }).click();
    await expect(page.getByRole('button', { name: /^Pay / })).toBeVisible();
    await qa.getByRole('button', { name: 'Withdraw “Set-up fee”' }).click();
    await qa.getByRole('button', { name: 'Withdraw', exact: true }).click();
    await expect(page.getByRole('button', { name: /^Pay / })).toBeHidden();

    await qa.getByRole('textbox', { name: 'Message from the agent' }).fill('Is there anything I can do?');
    await qa.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByRole('log').getByText('Is there anything I can do?')).toBeVisible();

    await qa.getByRole('button', { name: 'End the session' }).click();
    await expect(heading(page, /has ended/)).toBeVisible();
    await expect(states(page)).toContainText('Session ended');
  });

  test('What is wrong with the network is wrong in every tab, after a reload too, until it is put right', async ({
    page,
    context,
  }) => {
    await openScenario(page, 'payment-only');
    const other = await context.newPage();
    await openScenario(other, 'payment-only');
    const qa = await openPanel(page, 'Network');
    await qa.getByRole('checkbox', { name: 'Offline' }).check();
    await expect(offlineNotice(page)).toBeVisible();
    await expect(offlineNotice(other)).toBeVisible();

    await other.reload();
    await expect(heading(other, 'You are offline')).toBeVisible();
    await openPanel(other, 'Reset');
    await expect(states(other)).toContainText('Offline');
    await panel(other).getByRole('button', { name: 'Put everything right' }).click();
    await expect(offlineNotice(page)).toBeHidden();
    await expect(qa.getByRole('checkbox', { name: 'Offline' })).not.toBeChecked();
    await expectRoom(other);
  });

  test('A refused answer is said, and sending again works once the fault is taken away', async ({ page }) => {
    await openScenario(page, 'esign-approve');
    await addFault(page, '500, internal error', 'sign', '');
    await page.getByRole('button', { name: 'Approve and continue' }).click();
    await expect(page.getByRole('region', { name: 'Not sent' })).toBeVisible();

    await panel(page)
      .getByRole('button', { name: /^Remove “500/ })
      .click();
    await expect(panel(page).getByText('Nothing is broken.')).toBeVisible();
    await page.getByRole('button', { name: 'Approve and continue' }).click();
    await expectRoom(page);
  });

  test('After an answer that was lost the customer is told the truth: it is done', async ({ page }) => {
    await openScenario(page, 'esign-approve');
    await addFault(page, 'Answer lost after commit', 'sign', '1');
    await page.getByRole('button', { name: 'Approve and continue' }).click();
    await expect(heading(page, 'All done')).toBeVisible();
    await expect(panel(page).getByText('Nothing is broken.')).toBeVisible();
  });

  test('What a newer backend adds has a safe card; a live feed that was dropped comes back', async ({ page }) => {
    await openScenario(page, 'payment-only');
    await addFault(page, 'Newer backend', 'any', '');
    await enterRoomAnew(page);
    await expect(page.getByRole('main').getByRole('heading', { name: 'A call with your agent' })).toBeVisible();

    const qa = await openPanel(page, 'Network');
    await qa.getByRole('combobox', { name: 'What goes wrong' }).selectOption({ label: 'Live feed dropped' });
    await qa.getByRole('button', { name: 'Add the fault' }).click();
    await expect(qa.getByRole('list', { name: 'Faults in force' }).getByRole('listitem')).toHaveText([
      /^Newer backend/,
    ]);
    await openPanel(page, 'Agent');
    await qa.getByRole('button', { name: 'Workflow' }).click();
    await expect(page.getByRole('main').getByText('Questions about you').first()).toBeVisible();
  });

  test('When the clock goes on the link expires, and back in time it opens again', async ({ page }) => {
    await openScenario(page, 'payment-only');
    const qa = await openPanel(page, 'Network');
    await qa.getByRole('button', { name: '+8 d' }).click();
    await expect(states(page)).toContainText('Clock +8 d');
    await enterRoomAnew(page);
    await expect(heading(page, /expired/)).toBeVisible();

    await openPanel(page, 'Network');
    await panel(page).getByRole('button', { name: 'Back to now' }).click();
    await enterRoomAnew(page);
    await expectRoom(page);
  });

  test('What the agent adds while the customer is away is told them in a message, when its time has come', async ({
    page,
  }) => {
    await openScenario(page, 'consent');
    const qa = await openPanel(page, 'Agent');
    await qa.getByRole('button', { name: 'Workflow' }).click();
    await openPanel(page, 'Network');
    await qa.getByRole('button', { name: '+10 min' }).click();
    await openPanel(page, 'Inspect');
    const outbox = qa.getByRole('region', { name: 'Outbox' });
    await expect(outbox.getByRole('listitem').first()).toContainText(/^news.*kept.*has something new for you/s);
    await expect(outbox.getByRole('link', { name: /^Open the link of the news/ })).toBeVisible();
  });

  test('QA looks into the session, builds it anew with its policy as it was, and forgets everything', async ({
    page,
  }) => {
    const link = await openScenario(page, 'payment-only');
    const qa = await openPanel(page, 'Inspect');
    await expect(qa.getByRole('region', { name: 'Stored' })).toContainText('"tokenHash"');
    const seen = qa.getByRole('region', { name: 'The customer sees' });
    await expect(seen).toContainText('"title": "Set-up fee"');
    await expect(seen).not.toContainText('tokenHash');
    await expect(qa.getByText('chain intact')).toBeVisible();
    await expect(qa.getByRole('link', { name: /^Open the link of the invitation/ })).toHaveAttribute(
      'href',
      page.url(),
    );

    const chat = await openSetting(page, 'Chat');
    await chat.getByRole('combobox', { name: 'Chat, team' }).selectOption('Off');
    await expect(chat).toContainText(/Chat\s*off\s*team/);
    await openPanel(page, 'Reset');
    await qa.getByRole('button', { name: 'Build it anew' }).click();
    await expect(page).not.toHaveURL(link);
    await expect(toggle(page).or(panel(page))).toBeVisible();
    await expect(await openSetting(page, 'Chat')).toContainText(/Chat\s*on\s*default/);

    await openPanel(page, 'Reset');
    await qa.getByRole('button', { name: 'Reset everything' }).click();
    await expect(page.getByRole('heading', { name: 'Scenarios' })).toBeVisible();
  });

  test('By keyboard alone it opens, moves between sections, closes, goes away and comes back', async ({ page }) => {
    await openScenario(page, 'nothing-to-do');
    await expect(toggle(page)).toBeVisible();
    await page.keyboard.press('Alt+q');
    await expect(panel(page).getByRole('heading', { name: 'QA panel' })).toBeFocused();
    await panel(page).getByRole('tab', { name: 'Policy' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(panel(page).getByRole('tab', { name: 'Agent' })).toBeFocused();
    await expect(panel(page).getByRole('radio', { name: 'Idle' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(panel(page)).toBeHidden();
    await expect(toggle(page)).toBeFocused();

    await page.keyboard.press('Enter');
    await panel(page)
      .getByRole('button', { name: /^Put the panel away/ })
      .press('Enter');
    await expect(panel(page).or(toggle(page))).toBeHidden();
    await page.reload();
    await expectRoom(page);
    await expect(panel(page).or(toggle(page))).toBeHidden();
    await page.keyboard.press('Alt+q');
    await expect(panel(page)).toBeVisible();
  });

  test('It can be read in every light, open and closed', async ({ page }) => {
    await openScenario(page, 'payment-only');
    await expect(toggle(page)).toBeVisible();
    await expectReadable(page, 'closed', '[aria-keyshortcuts]');
    await openSetting(page, 'Auto open');
    await expectReadable(page, 'policy', 'aside');
    await openPanel(page, 'Agent');
    await expectReadable(page, 'agent', 'aside');
  });
});

test.describe('on a phone', () => {
  test.skip(({ isMobile }) => !isMobile, 'A sheet is for small screens.');

  test('It is a sheet over the room, which can be used on the smallest screen', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 568 });
    await openScenario(page, 'payment-only');
    await expect(toggle(page)).toBeVisible();
    await expectUnderstandable(page, 'closed');
    for (const section of sections) {
      await openPanel(page, section);
      if (section === 'Policy') await openSetting(page, 'Auto open');
      await expectRoomy(page, section);
      await expectUnderstandable(page, section, 'dialog[open]');
      expect(await panel(page).evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    }
    await page.keyboard.press('Escape');
    await expect(panel(page)).toBeHidden();
    await expect(toggle(page)).toBeFocused();
  });

  test('Its button covers neither the header, nor the notices, nor what is to be pressed at the bottom', async ({
    page,
  }) => {
    await openScenario(page, 'main-path');
    await expect(toggle(page)).toBeVisible();
    for (const name of ['Menu', 'Got it', /^(Next|Sign and continue)$/]) {
      const isOnTop = () =>
        page.getByRole('button', { name, exact: true }).evaluate((button) => {
          const { x, y, width, height } = button.getBoundingClientRect();
          return [0.02, 0.5, 0.98].every((part) =>
            button.contains(document.elementFromPoint(x + width * part, y + height / 2)),
          );
        });
      // Note: until the document is drawn, the page is still finding its place.
      await expect.poll(isOnTop, String(name)).toBe(true);
    }
  });

  test('Entering anew puts the sheet aside, so that the room can be seen', async ({ page }) => {
    await openScenario(page, 'auto-open-off');
    const autoOpen = await openSetting(page, 'Auto open');
    await autoOpen.getByRole('combobox', { name: 'Auto open, session' }).selectOption('On');
    await expect(autoOpen).toContainText(/Auto open\s*on\s*session/);
    await enterRoomAnew(page);
    await expect(heading(page, 'Personal loan agreement')).toBeVisible();
    await expect(panel(page)).toBeHidden();
  });
});
