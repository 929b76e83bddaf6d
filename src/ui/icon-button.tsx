import type { ComponentProps } from 'react';
import type { LucideIcon } from 'lucide-react';

import styles from '#ui/icon-button.module.css';
import { Icon } from '#ui/icon.tsx';

type IconButtonProps = Omit<ComponentProps<'button'>, 'className' | 'style' | 'children' | 'aria-label' | 'type'> & {
  icon: LucideIcon;
  /** What it does; read out, and shown while pointed at. */
  label: string;
  directional?: boolean;
};

/** For what everybody knows without words: close, dismiss, a step back. */
export const IconButton = ({ icon, label, directional = false, ...rest }: IconButtonProps) => (
  <button {...rest} className={styles['button']} type="button" aria-label={label} title={label}>
    <Icon icon={icon} directional={directional} />
  </button>
);
