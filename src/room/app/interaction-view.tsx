import { memo } from 'react';
import { useQuery, type UseQueryOptions } from '@tanstack/react-query';

import { type Feature, features } from '#room/app/feature-table.ts';
import { InteractionBoundary } from '#room/app/interaction-boundary.tsx';
import { isHeadedByTitle } from '#room/journey/resolve-place.ts';
import type { OpenableInteraction } from '#room/journey/resolve-stage.ts';
import { ScreenSkeleton } from '#ui/screen.tsx';

/** One interaction's screen, whatever its kind. A new one starts anew; a new revision of the same one keeps its place. */
export const InteractionView = memo(({ interaction }: { interaction: OpenableInteraction }) => (
  <InteractionBoundary key={interaction.id} interaction={interaction}>
    <KindView interaction={interaction} />
  </InteractionBoundary>
));

const KindView = ({ interaction }: { interaction: OpenableInteraction }) => {
  switch (interaction.kind) {
    case 'esign':
      return <FeatureScreen query={features.esign} interaction={interaction} />;
    case 'document-request':
      return <FeatureScreen query={features['document-request']} interaction={interaction} />;
    case 'workflow':
      return <FeatureScreen query={features.workflow} interaction={interaction} />;
  }
};

/** Called what the screen will be called, as far as its summary tells; questions are headed by their page. */
const InteractionSkeleton = ({ interaction }: { interaction: Pick<OpenableInteraction, 'kind' | 'title'> }) => (
  <ScreenSkeleton heading={isHeadedByTitle(interaction) ? <bdi>{interaction.title}</bdi> : undefined} />
);

type FeatureScreenProps<Summary extends OpenableInteraction> = {
  query: Pick<UseQueryOptions<Feature<Summary>, Error, Feature<Summary>, string[]>, 'queryKey' | 'queryFn'>;
  interaction: Summary;
};

const FeatureScreen = <Summary extends OpenableInteraction>({ query, interaction }: FeatureScreenProps<Summary>) => {
  const { data: feature } = useQuery({ ...query, throwOnError: true });
  if (!feature) return <InteractionSkeleton interaction={interaction} />;
  return <feature.Screen interaction={interaction} />;
};
