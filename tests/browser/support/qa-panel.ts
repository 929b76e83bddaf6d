/** QA's panel as QA uses it: in the page, or in a frame of it. */
import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';

type Place = Page | FrameLocator;
type Section = 'Policy' | 'Agent' | 'Network' | 'Inspect' | 'Reset';

export const toggle = (place: Place) => place.getByRole('button', { name: 'Open the QA panel' });
const enterAnew = (place: Place) => place.getByRole('button', { name: 'Enter anew' });

/** A panel beside the page, or a sheet over it. */
export const panel = (place: Place): Locator =>
  place.getByRole('complementary', { name: 'QA panel' }).or(place.getByRole('dialog', { name: 'QA panel' }));

export async function openPanel(place: Place, section: Section): Promise<Locator> {
  await expect(panel(place).or(toggle(place))).toBeVisible();
  if (!(await panel(place).isVisible())) await toggle(place).click();
  await panel(place).getByRole('tab', { name: section }).click();
  return panel(place);
}

/** One line of the policy, opened. */
export async function openSetting(place: Place, name: string): Promise<Locator> {
  const qa = await openPanel(place, 'Policy');
  const setting = qa.getByRole('group').filter({ has: place.getByText(name, { exact: true }) });
  if ((await setting.getAttribute('open')) === null) await setting.getByText(name, { exact: true }).click();
  return setting;
}

/** The same link, opened anew, with the panel as it was. */
export async function enterRoomAnew(place: Place): Promise<void> {
  await enterAnew(place).click();
}

export async function addFault(place: Place, mode: string, target: string, times: string): Promise<void> {
  const qa = await openPanel(place, 'Network');
  await qa.getByRole('combobox', { name: 'What goes wrong' }).selectOption({ label: mode });
  await qa.getByRole('combobox', { name: 'For which request' }).selectOption(target);
  await qa.getByRole('spinbutton', { name: 'Times' }).fill(times);
  await qa.getByRole('button', { name: 'Add the fault' }).click();
  await expect(qa.getByRole('list', { name: 'State' })).toContainText('1 fault');
}
