import type { LucideIcon } from 'lucide-react';

import styles from '#ui/icon.module.css';

type IconProps = {
  /** From `lucide-react/icons/<name>`, one import an icon. */
  icon: LucideIcon;
  size?: 16 | 20 | 24 | 32;
  /** For arrows and chevrons: turned round where the page reads from right to left. */
  directional?: boolean;
};

/** A picture beside words; never instead of them, so it is silent. */
export const Icon = ({ icon: Glyph, size = 20, directional = false }: IconProps) => (
  <Glyph
    className={styles['icon']}
    data-directional={directional || undefined}
    size={size}
    strokeWidth={1.75}
    aria-hidden
  />
);
