import { Text } from '#lib/i18n/text.tsx';
import { useSession } from '#lib/session-client/session-data.ts';
import { resolveSections, resolveStanding } from '#room/collaboration/resolve-sections.ts';
import { useAsker } from '#room/collaboration/use-asker.ts';

const useStanding = () => {
  const session = useSession();
  return { standing: resolveStanding(session), count: resolveSections(session.interactions)['to-do'].length };
};

export const RoomHeading = () => {
  const { standing, count } = useStanding();
  return <Text id={`room.heading.${standing}`} values={{ count }} />;
};

/** Who asks, and what happens next. */
export const RoomLead = () => {
  const { standing, count } = useStanding();
  const asker = useAsker();
  switch (standing) {
    case 'to-do':
    case 'empty':
      if (asker === null) return <Text id={`room.lead.${standing}-plain`} values={{ count }} />;
      return <Text id={`room.lead.${standing}`} values={{ asker, count }} />;
    case 'waiting':
    case 'all-done':
    case 'ended':
      return <Text id={`room.lead.${standing}`} />;
  }
};
