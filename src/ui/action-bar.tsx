import type { ReactNode } from 'react';

import styles from '#ui/action-bar.module.css';

/**
 * The buttons of a screen, the primary one first. On phones a bar at the bottom edge that content scrolls behind;
 * it is part of the flow, so nothing is ever covered at the end. `Screen` has one for its `actions`.
 */
export const ActionBar = ({ children }: { children: ReactNode }) => <div className={styles['bar']}>{children}</div>;
