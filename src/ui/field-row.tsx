import type { ReactNode } from 'react';

import styles from '#ui/field-row.module.css';

/** Fields that belong together: side by side where there is room, their controls in one line. */
export const FieldRow = ({ children }: { children: ReactNode }) => <div className={styles['row']}>{children}</div>;
