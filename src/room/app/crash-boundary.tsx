import { Component, type ReactNode } from 'react';

import { Text, useText } from '#lib/i18n/text.tsx';
import { BlockedPage } from '#room/entry/blocked-page.tsx';
import { Button } from '#ui/button.tsx';

type Props = { children: ReactNode };
type State = { hasCrashed: boolean };

/** The last resort: a page that says what is safe and how to go on, never a blank one. */
export class CrashBoundary extends Component<Props, State> {
  override state: State = { hasCrashed: false };

  static getDerivedStateFromError(): State {
    return { hasCrashed: true };
  }

  override render() {
    return this.state.hasCrashed ? <CrashedPage /> : this.props.children;
  }
}

const CrashedPage = () => {
  const text = useText();
  return (
    <BlockedPage
      code="crashed"
      title={text('entry.crashed.title')}
      lead={text('entry.crashed.text')}
      branding={null}
      actions={
        <Button
          variant="primary"
          onClick={() => {
            location.reload();
          }}
        >
          <Text id="entry.reload" />
        </Button>
      }
    />
  );
};
