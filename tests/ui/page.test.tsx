import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';

import { Button } from '#ui/button.tsx';
import { Page, PageHeader } from '#ui/page.tsx';
import { Screen } from '#ui/screen.tsx';
import { renderUi } from '#tests/ui/render-ui.tsx';

const pageWith = (focusKey: string, heading: string) => (
  <Page header={<PageHeader brand="Harbour Credit" place="2 of 4" />}>
    <Screen key={focusKey} focusKey={focusKey} heading={heading} actions={<Button variant="primary">Go on</Button>}>
      <p>Words</p>
    </Screen>
  </Page>
);

it('a customer who listens can go past the header, without it showing in the address', async () => {
  const { user } = renderUi(pageWith('one', 'First'));
  expect(screen.getByRole('banner')).toHaveTextContent('Harbour Credit');
  await user.tab();
  expect(screen.getByRole('link', { name: 'Skip to content' })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(screen.getByRole('main')).toHaveFocus();
  expect(location.hash).toBe('');
  await user.tab();
  expect(screen.getByRole('button', { name: 'Go on' })).toHaveFocus();
});

it('the focus stays put on the first screen and moves to the heading of the next', () => {
  const { show } = renderUi(pageWith('one', 'First'));
  expect(document.body).toHaveFocus();
  show(pageWith('two', 'Second'));
  expect(screen.getByRole('heading', { level: 1, name: 'Second' })).toHaveFocus();
});

it('the focus is not pulled away when only the words of a heading change', async () => {
  const { user, show } = renderUi(pageWith('one', 'First'));
  await user.click(screen.getByRole('button', { name: 'Go on' }));
  show(pageWith('one', 'First, corrected'));
  expect(screen.getByRole('button', { name: 'Go on' })).toHaveFocus();
});
