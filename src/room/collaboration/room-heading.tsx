import type { LucideIcon } from 'lucide-react';
import Check from 'lucide-react/icons/check';
import Hourglass from 'lucide-react/icons/hourglass';
import Inbox from 'lucide-react/icons/inbox';

import { Text } from '#lib/i18n/text.tsx';
import { useSession } from '#lib/session-client/session-data.ts';
import { resolveSections, resolveStanding, type Standing } from '#room/collaboration/resolve-sections.ts';
import styles from '#room/collaboration/room-screen.module.css';
import { useAsker } from '#room/collaboration/use-asker.ts';
import { Icon } from '#ui/icon.tsx';

const useStanding = () => {
  const session = useSession();
  return { standing: resolveStanding(session), count: resolveSections(session.interactions)['to-do'].length };
};

export const RoomHeading = () => {
  const { standing, count } = useStanding();
  const icon = standingIcons[standing];
  return (
    <span className={styles['heading']}>
      {icon && (
        <span className={styles['standing']} data-standing={standing}>
          <Icon icon={icon} size={24} />
        </span>
      )}
      <span>
        <Text id={`room.heading.${standing}`} values={{ count }} />
      </span>
    </span>
  );
};

/** A quiet picture where there is nothing to do: the words of the heading say why. */
const standingIcons: Readonly<Record<Standing, LucideIcon | null>> = {
  'to-do': null,
  waiting: Hourglass,
  'all-done': Check,
  empty: Inbox,
  ended: null,
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
