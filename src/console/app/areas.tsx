/** The parts of the console: where each lies, who finds it in the navigation, and its screen, which is fetched when it is asked for. */
import type { LucideIcon } from 'lucide-react';
import KeyRound from 'lucide-react/icons/key-round';
import Mail from 'lucide-react/icons/mail';
import MessageSquarePlus from 'lucide-react/icons/message-square-plus';
import MessagesSquare from 'lucide-react/icons/messages-square';
import UserRound from 'lucide-react/icons/user-round';
import Users from 'lucide-react/icons/users';
import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal';
import { type ComponentType, lazy } from 'react';

import type { Action } from '#contract/rights.ts';
import { resolveScope, type Standing } from '#domain/rights.ts';
import type { TextId } from '#lib/i18n/message.ts';

export type Area = {
  /** Under `/console/`; the area has every address beneath it. */
  path: string;
  /** Null: reached from other pages, and not in the navigation. */
  label: TextId | null;
  icon: LucideIcon;
  /** Whoever may not do this at all has no use for the area. */
  action: Action;
  /** From `lazy`. */
  Screen: ComponentType;
};

/** In the order of the navigation; the first that somebody may see is where they begin. */
const areas: readonly Area[] = [
  {
    path: 'sessions',
    label: 'console.nav-sessions',
    icon: MessagesSquare,
    action: 'see-sessions',
    Screen: lazy(async () => ({ default: (await import('#console/sessions/sessions-screen.tsx')).SessionsScreen })),
  },
  {
    path: 'new-session',
    label: 'console.nav-new-session',
    icon: MessageSquarePlus,
    action: 'start-session',
    Screen: lazy(async () => ({
      default: (await import('#console/new-session/new-session-screen.tsx')).NewSessionScreen,
    })),
  },
  {
    path: 'outbox',
    label: 'console.nav-outbox',
    icon: Mail,
    action: 'see-sessions',
    Screen: lazy(async () => ({ default: (await import('#console/outbox/outbox-screen.tsx')).OutboxScreen })),
  },
  {
    path: 'people',
    label: 'console.nav-people',
    icon: Users,
    action: 'see-people',
    Screen: lazy(async () => ({ default: (await import('#console/people/people-screen.tsx')).PeopleScreen })),
  },
  {
    path: 'preferences',
    label: 'console.nav-preferences',
    icon: SlidersHorizontal,
    action: 'save-team-settings',
    Screen: lazy(async () => ({
      default: (await import('#console/preferences/preferences-screen.tsx')).PreferencesScreen,
    })),
  },
  {
    path: 'applies',
    label: null,
    icon: SlidersHorizontal,
    action: 'see-sessions',
    Screen: lazy(async () => ({ default: (await import('#console/preferences/applies-screen.tsx')).AppliesScreen })),
  },
  {
    path: 'api-access',
    label: 'console.nav-api-access',
    icon: KeyRound,
    action: 'manage-api-access',
    Screen: lazy(async () => ({
      default: (await import('#console/api-access/api-access-screen.tsx')).ApiAccessScreen,
    })),
  },
  {
    path: 'account',
    label: 'console.nav-account',
    icon: UserRound,
    action: 'be-oneself',
    Screen: lazy(async () => ({ default: (await import('#console/people/account-screen.tsx')).AccountScreen })),
  },
];

export const listAreas = (person: Standing): readonly Area[] =>
  areas.filter(({ action }) => resolveScope(person, action) !== null);
