import { Component, type ReactNode } from 'react';

import { Plain } from '#console/layout/plain.tsx';
import { Text } from '#lib/i18n/text.tsx';
import { Button } from '#ui/button.tsx';

type Props = { children: ReactNode };
type State = { hasCrashed: boolean };

/** The last resort: says what is safe and how to go on, instead of a blank page. */
export class ConsoleCrashBoundary extends Component<Props, State> {
  override state: State = { hasCrashed: false };

  static getDerivedStateFromError(): State {
    return { hasCrashed: true };
  }

  override render() {
    if (!this.state.hasCrashed) return this.props.children;
    return (
      <Plain focusKey="crashed" title={<Text id="console.crashed.heading" />}>
        <p>
          <Text id="console.crashed.text" />
        </p>
        <Button variant="primary" onClick={() => location.reload()}>
          <Text id="console.crashed.action" />
        </Button>
      </Plain>
    );
  }
}
