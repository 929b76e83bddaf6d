import { useEffect, useEffectEvent } from 'react';
import { useLocation } from 'react-router';
import { useStore } from 'zustand/react';

import type { InteractionId } from '#contract/ids.ts';
import type { WorkflowSummary } from '#contract/interaction.ts';
import type { WorkflowContent, WorkflowDefinition, WorkflowStep } from '#contract/workflow.ts';
import { hasBranches } from '#domain/workflow-branching.ts';
import { reviewSegment } from '#domain/workflow-definition.ts';
import { withFiles } from '#domain/workflow-files.ts';
import { Text } from '#lib/i18n/text.tsx';
import { useSession } from '#lib/session-client/session-data.ts';
import type { DraftKeeper } from '#room/workflow/draft-keeper.ts';
import { resolvePlace } from '#room/workflow/resolve-place.ts';
import { resolveWay } from '#room/workflow/resolve-way.ts';
import { StepPage } from '#room/workflow/step-page.tsx';
import { StepTop } from '#room/workflow/step-top.tsx';
import { SubmitPage } from '#room/workflow/submit-page.tsx';
import { useDraftKeeper } from '#room/workflow/use-draft-keeper.ts';
import { type Pages, usePages } from '#room/workflow/use-pages.ts';
import type { OpenTask } from '#room/workflow/use-task-step.ts';

type WorkflowPagesProps = { interaction: WorkflowSummary; content: WorkflowContent; openTask: OpenTask };

/** Shows the page the address names, as far as the answers reach. */
export const WorkflowPages = ({ interaction, content, openTask }: WorkflowPagesProps) => {
  const { definition } = content;
  const keeper = useDraftKeeper(interaction, content);
  const draft = useStore(keeper.store, (state) => state.content);
  const pages = useSavedPages(interaction.id, definition, keeper);
  const typed = withFiles(definition, draft.answers, content.added);
  const way = resolveWay(content, typed, useParts(interaction));
  const { path } = way;
  const place = resolvePlace(pages.segment, way.reach, draft.step);
  usePutRight(pages, place.segment);

  switch (place.kind) {
    case 'review':
      return (
        <SubmitPage
          interaction={interaction}
          way={way}
          keeper={keeper}
          pages={pages}
          top={<StepTop interaction={interaction} keeper={keeper} onBack={backTo(pages, path.at(-1))} />}
        />
      );
    case 'step': {
      const previous = pages.changing ? reviewSegment : path[place.position - 1]?.id;
      const top = (
        <StepTop
          interaction={interaction}
          keeper={keeper}
          place={<StepNumber definition={definition} position={place.position + 1} />}
          onBack={previous === undefined ? undefined : () => pages.goBack(previous)}
        />
      );
      return (
        <StepPage
          interaction={interaction}
          step={place.step}
          way={way}
          openTask={openTask}
          keeper={keeper}
          pages={pages}
          top={top}
        />
      );
    }
  }
};

/** The tasks among the steps, as the session says it now. */
const useParts = ({ id }: WorkflowSummary) => (useSession().parts ?? []).filter(({ workflow }) => workflow === id);

/** Puts the address right when it names no page, or one that is not reached. */
function usePutRight({ segment, putRight }: Pages, shown: string): void {
  const put = useEffectEvent(putRight);
  // Note: looked at again whenever the address changed: it may have been on its way back.
  const location = useLocation();
  useEffect(() => {
    if (segment !== shown) put(shown);
  }, [segment, shown, location]);
}

const backTo = (pages: Pages, step: WorkflowStep | undefined) => step && (() => pages.goBack(step.id));

/** Across a branch nobody knows how many there will be, so nothing is promised. */
const StepNumber = ({ definition, position }: { definition: WorkflowDefinition; position: number }) =>
  hasBranches(definition) ? (
    <Text id="workflow.step" values={{ position }} />
  ) : (
    <Text id="workflow.step-of" values={{ position, total: definition.steps.length }} />
  );

/** The same pages; going from one to the next is saved too, so that coming back later starts there. */
function useSavedPages(id: InteractionId, { steps }: WorkflowDefinition, keeper: DraftKeeper): Pages {
  const pages = usePages(id);
  const save = (segment: string) => {
    keeper.moveTo(steps.find(({ id }) => id === segment)?.id ?? null);
  };
  return {
    ...pages,
    open: (segment, how) => {
      save(segment);
      pages.open(segment, how);
    },
    goBack: (segment) => {
      save(segment);
      pages.goBack(segment);
    },
  };
}
