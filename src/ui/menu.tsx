import { createContext, type ReactNode, use, useId, useRef, useState } from 'react';
import type { LucideIcon } from 'lucide-react';
import Check from 'lucide-react/icons/check';

import { Icon } from '#ui/icon.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import styles from '#ui/menu.module.css';
import { useDismissal } from '#ui/use-dismissal.ts';

const CloseMenu = createContext<() => void>(() => undefined);

type MenuProps = {
  /** What the menu is; the name of its button. */
  label: string;
  icon: LucideIcon;
  /** `MenuItem`s and `MenuSection`s. */
  children: ReactNode;
};

/** A button that shows a few more things to do. Tab goes through them; Escape, leaving and choosing close it. */
export const Menu = ({ label, icon, children }: MenuProps) => {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const panelId = useId();

  const close = () => setOpen(false);
  useDismissal(root, open, close);
  const closeAndReturn = () => {
    close();
    root.current?.querySelector('button')?.focus();
  };

  return (
    <div ref={root} className={styles['menu']}>
      <IconButton
        icon={icon}
        label={label}
        aria-expanded={open}
        aria-controls={panelId}
        onClick={() => setOpen(!open)}
      />
      <div id={panelId} className={styles['panel']} hidden={!open}>
        <CloseMenu value={closeAndReturn}>{children}</CloseMenu>
      </div>
    </div>
  );
};

type MenuItemProps = {
  children: ReactNode;
  icon?: LucideIcon;
  /** The icon is turned round where the page reads from right to left. */
  directional?: boolean;
  onSelect: () => void;
  /** One of several, and the one in force; undefined = not a choice. */
  current?: boolean;
  /** The language the words are in, when it is not the page's. */
  lang?: string;
};

export const MenuItem = ({ children, icon, directional = false, onSelect, current, lang }: MenuItemProps) => {
  const close = use(CloseMenu);
  const select = () => {
    close();
    onSelect();
  };
  return (
    <button type="button" className={styles['item']} data-menu-item aria-pressed={current} lang={lang} onClick={select}>
      {icon && <Icon icon={icon} directional={directional} />}
      <span className={styles['words']}>{children}</span>
      {current && <Icon icon={Check} />}
    </button>
  );
};

/** Items that belong together, under a heading. */
export const MenuSection = ({ label, children }: { label: ReactNode; children: ReactNode }) => (
  <fieldset className={styles['section']}>
    <legend className={styles['label']}>{label}</legend>
    {children}
  </fieldset>
);
