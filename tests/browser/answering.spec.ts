/** Questions whose answers are more than a word: how a customer types them, and what a system of the business reads. */
import { expect } from '@playwright/test';

import { readSessionResults } from '#contract/endpoints/agent.ts';
import { sha256Hex } from '#backend/session/hash.ts';
import { expectRoom, heading } from '#tests/browser/support/customer.ts';
import { test } from '#tests/browser/support/world.ts';
import { moreAnswers, moreKinds } from '#tests/support/more-kinds.ts';
import { buildPdf } from '#tests/support/sample-interactions.ts';
import { fileField, formOf, part } from '#tests/support/workflow-samples.ts';

const withProof = {
  steps: [...moreKinds.steps, formOf('proof', [{ ...fileField('proof'), label: 'Proof of your address' }])].map(
    (step) => (step.id === 'thanks' ? { ...step, next: part('proof') } : step),
  ),
};

test(
  'Choices, an amount, a phone number, an address and a file survive a reload, are put right, and arrive as data',
  { tag: '@phone' },
  async ({ page, world }) => {
    const { url, sessionId } = await world.startSession({
      settings: { autoOpen: true },
      interactions: [{ kind: 'workflow', title: 'More about you', definition: withProof }],
    });
    await page.goto(url);
    await expect(heading(page, 'Form more')).toBeVisible();
    const savings = page.getByRole('textbox', { name: 'Your savings' });
    const phone = page.getByRole('group', { name: 'Your phone' });
    const number = phone.getByRole('textbox', { name: 'Phone number' });
    const home = page.getByRole('group', { name: 'Your home' });
    const continues = page.getByRole('button', { name: 'Continue' });

    await page.getByRole('checkbox', { name: 'Option friend' }).check();
    await savings.fill('1,250.505');
    await phone.getByRole('combobox', { name: 'Country' }).selectOption('PL');
    await number.fill('020 7946 0958');
    await home.getByRole('textbox', { name: 'Street and number' }).fill('221b Baker Street');
    await home.getByRole('textbox', { name: 'Postcode' }).fill('NW1 6XE');
    await page.reload();
    await expect(savings).toHaveValue('1,250.505');
    await expect(phone.getByRole('combobox', { name: 'Country' })).toHaveValue('PL');
    await expect(number).toHaveValue('020 7946 0958');
    await expect(home.getByRole('textbox', { name: 'Postcode' })).toHaveValue('NW1 6XE');

    await continues.click();
    await expect(page.getByRole('heading', { name: '3 answers need another look' })).toBeVisible();
    await page.getByRole('link', { name: /^Your home Enter the town or city/ }).click();
    await expect(home.getByRole('textbox', { name: 'Town or city' })).toBeFocused();
    await page.keyboard.type('London');
    await page.getByRole('link', { name: /^Your phone/ }).click();
    await expect(number).toBeFocused();
    await expect(number).toHaveAccessibleDescription(/Check this number against the country/);
    await phone.getByRole('combobox', { name: 'Country' }).selectOption('GB');
    await expect(number).toHaveAccessibleDescription('');
    await savings.fill('£1,250.50');
    await page.getByRole('checkbox', { name: 'Option tv' }).check();
    await continues.click();

    await expect(heading(page, 'Page thanks')).toBeFocused();
    await continues.click();
    await expect(heading(page, 'Form proof')).toBeFocused();
    const bill = await buildPdf();
    await page
      .getByLabel('Choose a file for Proof of your address')
      .setInputFiles({ name: 'bill.pdf', mimeType: 'application/pdf', buffer: Buffer.from(bill) });
    const added = page.getByRole('button', { name: 'Look at bill.pdf' });
    await expect(added).toBeVisible();
    await page.reload();
    await expect(added).toBeVisible();
    await continues.click();
    await expect(heading(page, 'Check your answers')).toBeFocused();
    const answers = page.getByRole('main');
    await expect(answers).toContainText('Option friend and Option tv');
    await expect(answers).toContainText('£1,250.50');
    await expect(answers).toContainText('bill.pdf');
    await page.getByRole('button', { name: 'Send my answers' }).click();
    await expectRoom(page);

    const response = await world.call(readSessionResults, { params: { sessionId } });
    const [result] = readSessionResults.output.parse(await response.json()).interactions;
    const fileId = result?.files[0]?.id ?? '';
    expect(result).toMatchObject({
      status: 'completed',
      answers: { ...moreAnswers, proof: [fileId] },
      files: [{ name: 'bill.pdf', sha256: await sha256Hex(bill) }],
    });
  },
);
