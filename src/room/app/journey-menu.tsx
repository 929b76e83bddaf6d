import { memo, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import EllipsisVertical from 'lucide-react/icons/ellipsis-vertical';
import ExternalLink from 'lucide-react/icons/external-link';
import LogOut from 'lucide-react/icons/log-out';
import MessageCircle from 'lucide-react/icons/message-circle';

import { Text, useText } from '#lib/i18n/text.tsx';
import { isFramed } from '#lib/session-client/is-framed.ts';
import { usePolicy, useSession } from '#lib/session-client/session-data.ts';
import { helpChunk } from '#room/app/feature-table.ts';
import { LanguageItems } from '#room/entry/entry-page.tsx';
import { useJourney } from '#room/journey/journey-context.tsx';
import { Menu, MenuItem, MenuSection } from '#ui/menu.tsx';

/** The one menu. Inside a task it also leads to help and to the room; in the room both are on the page. */
export const JourneyMenu = memo(({ isInsideTask }: { isInsideTask: boolean }) => {
  const text = useText();
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const { chat } = usePolicy();
  const { state } = useSession();
  const canChat = chat.value && state === 'open';
  return (
    <>
      <Menu label={text('journey.menu')} icon={EllipsisVertical}>
        {isInsideTask && canChat && (
          <MenuItem
            icon={MessageCircle}
            onSelect={() => {
              setIsHelpOpen(true);
            }}
          >
            <Text id="journey.ask-for-help" />
          </MenuItem>
        )}
        {isInsideTask && <FinishLaterItem />}
        {isFramed() && (
          <MenuItem icon={ExternalLink} directional onSelect={openInTab}>
            <Text id="journey.open-in-tab" />
          </MenuItem>
        )}
        <MenuSection label={text('journey.language')}>
          <LanguageItems />
        </MenuSection>
      </Menu>
      {isHelpOpen && (
        <Help
          onClose={() => {
            setIsHelpOpen(false);
          }}
        />
      )}
    </>
  );
});

/** The way out of a frame in which something does not work; the task that is open is open there as well. */
const openInTab = () => {
  open(location.href, '_blank', 'noopener');
};

const FinishLaterItem = () => {
  const { history } = useJourney();
  return (
    <MenuItem icon={LogOut} directional onSelect={history.leave}>
      <Text id="journey.finish-later" />
    </MenuItem>
  );
};

/** Note: drawn once its chunk is there; the menu has closed by then, and nothing waits for it. */
const Help = ({ onClose }: { onClose: () => void }) => {
  const { data: HelpSheet } = useQuery({ ...helpChunk, throwOnError: true });
  return HelpSheet ? <HelpSheet onClose={onClose} /> : null;
};
