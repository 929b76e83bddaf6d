import { useState } from 'react';
import { fireEvent, screen } from '@testing-library/react';
import { expect, it } from 'vitest';

import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { renderUi } from '#tests/ui/render-ui.tsx';

const Leaving = ({ dismissible = true }: { dismissible?: boolean }) => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Finish later</Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        dismissible={dismissible}
        title="Leave this for later?"
        actions={<Button onClick={() => setOpen(false)}>Keep going</Button>}
      >
        Everything is saved.
      </Dialog>
    </>
  );
};

const openDialog = async (page: React.ReactNode) => {
  const { user } = renderUi(page);
  await user.click(screen.getByRole('button', { name: 'Finish later' }));
  return { user, dialog: screen.getByRole('dialog', { name: 'Leave this for later?' }) };
};

const escape = (dialog: HTMLElement) => fireEvent(dialog, new Event('cancel', { cancelable: true }));

it('a dialog is read from its heading, and gives the focus back when it is done', async () => {
  const { user } = await openDialog(<Leaving />);
  expect(screen.getByRole('heading', { name: 'Leave this for later?' })).toHaveFocus();
  await user.click(screen.getByRole('button', { name: 'Keep going' }));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Finish later' })).toHaveFocus();
});

it('a dialog is left by its close button', async () => {
  const { user } = await openDialog(<Leaving />);
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

it('a dialog is left by Escape and by a press beside it, not by a press inside', async () => {
  const { user, dialog } = await openDialog(<Leaving />);
  await user.click(screen.getByText('Everything is saved.'));
  expect(dialog).toBeVisible();
  await user.click(dialog);
  expect(dialog).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Finish later' }));
  escape(screen.getByRole('dialog'));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

it('the second press of a double tap on what closes a dialog presses nothing beneath it', async () => {
  const { user } = await openDialog(<Leaving />);
  await user.click(screen.getByRole('button', { name: 'Keep going' }));
  const beneath = screen.getByRole('button', { name: 'Finish later' });
  fireEvent.click(beneath, { detail: 2 });
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  fireEvent.click(beneath, { detail: 1 });
  expect(screen.getByRole('dialog')).toBeVisible();
});

it('a dialog that must not be interrupted offers no way round its buttons', async () => {
  const { user, dialog } = await openDialog(<Leaving dismissible={false} />);
  escape(dialog);
  await user.click(dialog);
  expect(dialog).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Close' })).not.toBeInTheDocument();
});
