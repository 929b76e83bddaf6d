import type { ReactNode } from 'react';
import Download from 'lucide-react/icons/download';

import type { EsignContent } from '#contract/esign.ts';
import type { EsignSummary } from '#contract/interaction.ts';
import { resolveSigningMode } from '#domain/esign-fields.ts';
import { Text } from '#lib/i18n/text.tsx';
import { useDownload } from '#lib/session-client/use-download.ts';
import styles from '#room/esign/esign-editor.module.css';
import { Button } from '#ui/button.tsx';
import { FocusHeading } from '#ui/focus-heading.tsx';
import { Icon } from '#ui/icon.tsx';

type EsignIntroProps = {
  interaction: EsignSummary;
  content: EsignContent;
  company: string;
  top: ReactNode;
  /** `null` where the business does not allow it. */
  onDecline: (() => void) | null;
  /** The same. */
  onHandOver: (() => void) | null;
  /** Notices. */
  children: ReactNode;
};

/** Who asks, for what, and the other ways to deal with it. */
export const EsignIntro = ({
  interaction,
  content,
  company,
  top,
  onDecline,
  onHandOver,
  children,
}: EsignIntroProps) => {
  const { save, isPending } = useDownload(content.document);
  return (
    <div className={styles['intro']}>
      {top !== undefined && <div className={styles['above']}>{top}</div>}
      <FocusHeading focusKey={interaction.id}>
        <bdi>{interaction.title}</bdi>
      </FocusHeading>
      <p className={styles['lead']}>
        <Text id={`esign.lead.${resolveSigningMode(content.fields)}`} values={{ company }} />{' '}
        <span className={styles['pages']}>
          <Text id="esign.pages" values={{ count: content.document.pages }} />
        </span>
      </p>
      {children}
      <div className={styles['ways']}>
        <Button variant="quiet" icon={<Icon icon={Download} />} busy={isPending} onClick={() => save()}>
          <Text id="esign.download" />
        </Button>
        {onHandOver && (
          <Button variant="quiet" onClick={onHandOver}>
            <Text id="esign.hand-over" />
          </Button>
        )}
        {onDecline && (
          <Button variant="quiet" onClick={onDecline}>
            <Text id="esign.decline" />
          </Button>
        )}
      </div>
    </div>
  );
};
