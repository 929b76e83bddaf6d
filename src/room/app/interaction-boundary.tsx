import { Component, type ReactNode } from 'react';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';

import { useFailureText } from '#lib/api/failure-text.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { forgetFailures } from '#room/app/forget-failures.ts';
import { FailureDetails, toFailureDetails } from '#room/entry/failure-details.tsx';
import { useJourney } from '#room/journey/journey-context.tsx';
import type { OpenableInteraction } from '#room/journey/resolve-stage.ts';
import { Button } from '#ui/button.tsx';
import { Screen } from '#ui/screen.tsx';

type Props = { interaction: OpenableInteraction; children: ReactNode };

/** An interaction that cannot be shown holds nobody back: retry, or go on without it (product.md 5). */
export const InteractionBoundary = ({ interaction, children }: Props) => {
  const cache = useQueryClient();
  return (
    <Boundary cache={cache} fallback={(failed) => <FailedInteraction interaction={interaction} {...failed} />}>
      {children}
    </Boundary>
  );
};

type Failed = { error: unknown; retry: () => void };
type BoundaryProps = { cache: QueryClient; fallback: (failed: Failed) => ReactNode; children: ReactNode };
type BoundaryState = { failure: { error: unknown } | null };

class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { failure: null };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { failure: { error } };
  }

  readonly retry = () => {
    forgetFailures(this.props.cache);
    this.setState({ failure: null });
  };

  override render() {
    const { failure } = this.state;
    return failure ? this.props.fallback({ error: failure.error, retry: this.retry }) : this.props.children;
  }
}

const FailedInteraction = ({ interaction, error, retry }: Failed & { interaction: OpenableInteraction }) => {
  const text = useText();
  const failureText = useFailureText();
  const { visit } = useJourney();
  const cache = useQueryClient();
  const skip = () => {
    forgetFailures(cache);
    visit.getState().skip(interaction.id);
  };
  return (
    <Screen
      heading={text('journey.failed.title', { title: interaction.title })}
      lead={text('journey.failed.text')}
      focusKey={`failed-${interaction.id}`}
      actions={
        <>
          <Button variant="primary" onClick={retry}>
            <Text id="journey.failed.retry" />
          </Button>
          <Button onClick={skip}>
            <Text id="journey.failed.skip" />
          </Button>
        </>
      }
    >
      <p>{failureText(error)}</p>
      <FailureDetails {...toFailureDetails(error)} />
    </Screen>
  );
};
