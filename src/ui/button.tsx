import { type ComponentProps, type MouseEvent, type ReactNode, useEffect } from 'react';

import { useText } from '#lib/i18n/text.tsx';
import styles from '#ui/button.module.css';
import { useAnnounce } from '#ui/live-region.tsx';
import { Spinner } from '#ui/spinner.tsx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

type Look = {
  children: ReactNode;
  /** One `primary` a screen. */
  variant?: ButtonVariant;
  /** Before the words. */
  icon?: ReactNode;
  /** After the words: where it leads. */
  iconEnd?: ReactNode;
  /** As wide as there is room. */
  wide?: boolean;
};

type ButtonProps = Look &
  Omit<ComponentProps<'button'>, 'className' | 'style' | 'type'> & {
    type?: 'button' | 'submit';
    /** At work: keeps its width, its focus and its name, takes no presses, and says so. */
    busy?: boolean;
  };

type ButtonLinkProps = Look & Omit<ComponentProps<'a'>, 'className' | 'style'> & { href: string };

/** For links of a router: `<Link {...buttonLook('primary')} to=…>`; with `ButtonFace` inside where there is an icon. */
export const buttonLook = (variant: ButtonVariant = 'secondary', wide = false) => ({
  className: styles['button'],
  'data-variant': variant,
  'data-wide': wide || undefined,
});

/** What a button shows; links of a router have it inside them. */
export const ButtonFace = ({ icon, iconEnd, children }: Pick<Look, 'icon' | 'iconEnd' | 'children'>) => (
  <span className={styles['face']}>
    {icon}
    <span>{children}</span>
    {iconEnd}
  </span>
);

const useBusyAnnouncement = (busy: boolean) => {
  const announce = useAnnounce();
  const words = useText()('ui.working');
  useEffect(() => {
    if (busy) announce(words);
  }, [busy, announce, words]);
};

const ignorePress = (event: MouseEvent) => event.preventDefault();

export const Button = ({
  children,
  variant,
  icon,
  iconEnd,
  wide,
  busy = false,
  onClick,
  type,
  ...rest
}: ButtonProps) => {
  useBusyAnnouncement(busy);
  return (
    <button
      {...rest}
      {...buttonLook(variant, wide)}
      type={type === 'submit' ? 'submit' : 'button'}
      // Note: not `disabled`, which would drop the focus and hide the button from those who listen.
      aria-disabled={busy || rest['aria-disabled']}
      aria-busy={busy || undefined}
      onClick={busy ? ignorePress : onClick}
    >
      <ButtonFace icon={icon} iconEnd={iconEnd}>
        {children}
      </ButtonFace>
      {busy && (
        <span className={styles['busy']}>
          <Spinner />
        </span>
      )}
    </button>
  );
};

/** A link that looks like a button: for downloads and pages elsewhere. */
export const ButtonLink = ({ children, variant, icon, iconEnd, wide, ...rest }: ButtonLinkProps) => (
  <a {...rest} {...buttonLook(variant, wide)}>
    <ButtonFace icon={icon} iconEnd={iconEnd}>
      {children}
    </ButtonFace>
  </a>
);
