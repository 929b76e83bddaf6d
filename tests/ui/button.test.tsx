import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';

import { Button, ButtonLink } from '#ui/button.tsx';
import { renderUi } from '#tests/ui/render-ui.tsx';

it('a button does its work once it is pressed', async () => {
  const send = vi.fn<() => void>();
  const { user } = renderUi(<Button onClick={send}>Send</Button>);
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(send).toHaveBeenCalledOnce();
});

it('a button at work takes no second press, keeps the focus and its name, and says that it works', async () => {
  const send = vi.fn<() => void>();
  const { user, show } = renderUi(<Button onClick={send}>Send</Button>);
  await user.click(screen.getByRole('button', { name: 'Send' }));
  show(
    <Button onClick={send} busy>
      Send
    </Button>,
  );
  const button = screen.getByRole('button', { name: 'Send', busy: true });
  await user.click(button);
  await user.keyboard('{Enter}');
  expect(send).toHaveBeenCalledOnce();
  expect(button).toHaveFocus();
  expect(screen.getByRole('status')).toHaveTextContent('One moment…');
});

it('a form is not sent again while its button is at work', async () => {
  const submit = vi.fn<(event: React.SyntheticEvent) => void>((event) => event.preventDefault());
  const { user } = renderUi(
    <form onSubmit={submit}>
      <Button type="submit" busy>
        Send
      </Button>
    </form>,
  );
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(submit).not.toHaveBeenCalled();
});

it('a download looks like a button and is a link', () => {
  renderUi(
    <ButtonLink href="/receipt.pdf" download>
      Download
    </ButtonLink>,
  );
  expect(screen.getByRole('link', { name: 'Download' })).toHaveAttribute('href', '/receipt.pdf');
});
