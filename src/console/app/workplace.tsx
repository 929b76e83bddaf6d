/** Everything behind the sign-in: the way around, and the area that the address names. */
import MenuIcon from 'lucide-react/icons/menu';
import { Suspense, useRef, useState } from 'react';
import { Link, Navigate, NavLink, Route, Routes, useLocation } from 'react-router';

import { type Area, listAreas } from '#console/app/areas.tsx';
import { SignOut } from '#console/app/sign-out.tsx';
import { useReportActivity } from '#console/app/use-report-activity.ts';
import styles from '#console/app/workplace.module.css';
import { useConsole } from '#console/client/console-client.tsx';
import { UnknownPage } from '#console/layout/unknown-page.tsx';
import { Text, useText } from '#lib/i18n/text.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Icon } from '#ui/icon.tsx';
import { Loading, Skeleton } from '#ui/skeleton.tsx';
import { SkipLink } from '#ui/skip-link.tsx';
import { useDismissal } from '#ui/use-dismissal.ts';

const contentId = 'content';

export const Workplace = () => {
  const { me } = useConsole();
  useReportActivity();
  const { pathname } = useLocation();
  const areas = listAreas(me);
  const first = areas[0];
  // Note: before anything is drawn, so that nobody opens a menu which the way on would close.
  if (first && pathname === '/') return <Navigate to={`/${first.path}`} replace />;
  return (
    <div className={styles['workplace']}>
      <SkipLink to={contentId} />
      <Navigation areas={areas} />
      <main id={contentId} className={styles['main']} tabIndex={-1}>
        {/* Note: by area, so that an area which is still being fetched takes the place of the last one at once. */}
        <Suspense key={pathname.split('/')[1]} fallback={<AreaSkeleton />}>
          <Routes>
            {areas.map(({ path, Screen }) => (
              <Route key={path} path={`/${path}/*`} element={<Screen />} />
            ))}
            <Route path="*" element={<UnknownPage />} />
          </Routes>
        </Suspense>
      </main>
    </div>
  );
};

const AreaSkeleton = () => (
  <div className={styles['loading']}>
    <Loading label={<Text id="console.loading" />}>
      <Skeleton shape="heading" />
      <Skeleton />
      <Skeleton shape="page" />
    </Loading>
  </div>
);

/** Beside the content, or behind a button where there is no room for it. */
const Navigation = ({ areas }: { areas: readonly Area[] }) => {
  const text = useText();
  const root = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const [openAt, setOpenAt] = useState<string | null>(null);
  // Note: going somewhere else closes it.
  const isOpen = openAt === pathname;
  useDismissal(root, isOpen, () => setOpenAt(null));
  return (
    <header ref={root} className={styles['side']} data-open={isOpen || undefined}>
      <div className={styles['top']}>
        <Link to="/" className={styles['name']}>
          <Text id="console.name" />
        </Link>
        <span className={styles['opener']}>
          <IconButton
            icon={MenuIcon}
            label={text('console.menu')}
            aria-expanded={isOpen}
            onClick={() => setOpenAt(isOpen ? null : pathname)}
          />
        </span>
      </div>
      <div className={styles['panel']}>
        <nav aria-label={text('console.nav')}>
          <ul className={styles['links']}>
            {areas.map(
              ({ path, label, icon }) =>
                label !== null && (
                  <li key={path}>
                    <NavLink to={`/${path}`} className={styles['link'] ?? ''}>
                      <Icon icon={icon} />
                      <Text id={label} />
                    </NavLink>
                  </li>
                ),
            )}
          </ul>
        </nav>
        <SignOut />
      </div>
    </header>
  );
};
