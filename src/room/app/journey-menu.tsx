import EllipsisVertical from 'lucide-react/icons/ellipsis-vertical';
import LogOut from 'lucide-react/icons/log-out';

import { Text, useText } from '#lib/i18n/text.tsx';
import { LanguageItems } from '#room/entry/entry-page.tsx';
import { useJourney } from '#room/journey/journey-context.tsx';
import type { Stage } from '#room/journey/resolve-stage.ts';
import { Menu, MenuItem, MenuSection } from '#ui/menu.tsx';

/** The one menu: leave for the room, the language. */
export const JourneyMenu = ({ stage }: { stage: Stage }) => {
  const text = useText();
  const { history } = useJourney();
  return (
    <Menu label={text('journey.menu')} icon={EllipsisVertical}>
      {stage.kind === 'interaction' && (
        <MenuItem icon={LogOut} onSelect={history.leave}>
          <Text id="journey.finish-later" />
        </MenuItem>
      )}
      <MenuSection label={text('journey.language')}>
        <LanguageItems />
      </MenuSection>
    </Menu>
  );
};
