import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';

import { Button } from '#ui/button.tsx';
import { useAnnounce } from '#ui/live-region.tsx';
import { Notice } from '#ui/notice.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { Loading, Skeleton } from '#ui/skeleton.tsx';
import { renderUi } from '#tests/ui/render-ui.tsx';

const Announcer = () => {
  const announce = useAnnounce();
  return (
    <>
      <Button onClick={() => announce('Saved 14:02')}>Save</Button>
      <Button onClick={() => announce('You are offline', 'assertive')}>Lose the network</Button>
      <Button
        onClick={() => {
          announce('We use cookies');
          announce('Ada is away');
        }}
      >
        Enter
      </Button>
    </>
  );
};

it('what happens is said once, politely or at once', async () => {
  const { user } = renderUi(<Announcer />);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(screen.getByRole('status')).toHaveTextContent('Saved 14:02');
  expect(screen.getByRole('alert')).toBeEmptyDOMElement();
  await user.click(screen.getByRole('button', { name: 'Lose the network' }));
  expect(screen.getByRole('alert')).toHaveTextContent('You are offline');
});

it('the same words are said again when the same thing happens again', async () => {
  const { user } = renderUi(<Announcer />);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  const first = screen.getByRole('status').textContent;
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(screen.getByRole('status').textContent).not.toBe(first);
  expect(screen.getByRole('status')).toHaveTextContent('Saved 14:02');
});

it('what is said at the same moment is heard together, and what comes later is heard alone', async () => {
  const { user } = renderUi(<Announcer />);
  await user.click(screen.getByRole('button', { name: 'Enter' }));
  expect(screen.getByRole('status')).toHaveTextContent('We use cookies Ada is away');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(screen.getByRole('status')).toHaveTextContent(/^Saved 14:02$/);
});

it('a notice is a region with a name, and can be put away', async () => {
  const dismiss = vi.fn<() => void>();
  const { user } = renderUi(
    <Notice tone="info" label="Opening hours" onDismiss={dismiss}>
      We answer until 17:00.
    </Notice>,
  );
  expect(screen.getByRole('region', { name: 'Opening hours' })).toHaveTextContent('We answer until 17:00.');
  await user.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(dismiss).toHaveBeenCalledOnce();
});

it('a notice that must stay offers no way to put it away', () => {
  renderUi(
    <Notice tone="danger" label="Offline">
      What you typed is kept.
    </Notice>,
  );
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

it('progress is shown in numbers, and never says 100 % too early', () => {
  const { show } = renderUi(<ProgressBar label="payslip.pdf" value={0.999} />);
  expect(screen.getByRole('progressbar', { name: 'payslip.pdf' })).toHaveAttribute('value', '99');
  expect(screen.getByText('99%')).toBeVisible();
  show(<ProgressBar label="payslip.pdf" value={0.3} detail="1.2 of 4 MB" />);
  expect(screen.getByText('1.2 of 4 MB')).toBeVisible();
});

it('something that is on its way says so, and its shape is silent', () => {
  renderUi(
    <Loading label="Opening your document…">
      <Skeleton shape="heading" />
    </Loading>,
  );
  expect(screen.getByText('Opening your document…')).toBeInTheDocument();
});
