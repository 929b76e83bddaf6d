import { useState } from 'react';
import { screen } from '@testing-library/react';
import Ellipsis from 'lucide-react/icons/ellipsis';
import { expect, it } from 'vitest';

import { Menu, MenuItem, MenuSection } from '#ui/menu.tsx';
import { renderUi } from '#tests/ui/render-ui.tsx';

const LanguageMenu = () => {
  const [language, setLanguage] = useState('English');
  return (
    <>
      <Menu label="Menu" icon={Ellipsis}>
        <MenuSection label="Language">
          {['English', 'Polski'].map((name) => (
            <MenuItem key={name} current={name === language} onSelect={() => setLanguage(name)}>
              {name}
            </MenuItem>
          ))}
        </MenuSection>
      </Menu>
      <button type="button">Elsewhere</button>
    </>
  );
};

const openMenu = async () => {
  const { user } = renderUi(<LanguageMenu />);
  const button = screen.getByRole('button', { name: 'Menu', expanded: false });
  await user.click(button);
  return { user, button };
};

it('a menu is opened, used and closed by keyboard alone', async () => {
  const { user } = renderUi(<LanguageMenu />);
  await user.tab();
  await user.keyboard('{Enter}');
  await user.tab();
  await user.tab();
  expect(screen.getByRole('button', { name: 'Polski', pressed: false })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(screen.getByRole('button', { name: 'Menu', expanded: false })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(screen.getByRole('button', { name: 'Polski', pressed: true })).toBeVisible();
  expect(screen.getByRole('group', { name: 'Language' })).toBeVisible();
});

it('Escape closes a menu and gives the focus back', async () => {
  const { user, button } = await openMenu();
  await user.tab();
  await user.keyboard('{Escape}');
  expect(button).toHaveAttribute('aria-expanded', 'false');
  expect(button).toHaveFocus();
  expect(screen.queryByRole('button', { name: 'Polski' })).not.toBeInTheDocument();
});

it('a press elsewhere closes a menu', async () => {
  const { user, button } = await openMenu();
  await user.click(document.body);
  expect(button).toHaveAttribute('aria-expanded', 'false');
});

it('tabbing out of a menu closes it', async () => {
  const { user, button } = await openMenu();
  await user.tab();
  await user.tab();
  await user.tab();
  expect(screen.getByRole('button', { name: 'Elsewhere' })).toHaveFocus();
  expect(button).toHaveAttribute('aria-expanded', 'false');
});
