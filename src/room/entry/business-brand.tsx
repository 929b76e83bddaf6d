import { useState } from 'react';

import type { Branding } from '#contract/entry.ts';
import { toPath } from '#contract/endpoints/define-endpoint.ts';
import { getLogo } from '#contract/endpoints/entry.ts';
import { Text } from '#lib/i18n/text.tsx';
import styles from '#room/entry/business-brand.module.css';

/** The business's logo; its name where there is none or it does not load. */
export const BusinessBrand = ({ branding }: { branding: Branding | null }) => {
  const [isBroken, setIsBroken] = useState(false);
  const name = branding?.companyName ?? null;
  if (branding?.logo && !isBroken) {
    return (
      <img
        className={styles['logo']}
        src={toPath(getLogo.path, { fileId: branding.logo })}
        alt={name ?? ''}
        onError={() => {
          setIsBroken(true);
        }}
      />
    );
  }
  return <bdi className={styles['name']}>{name ?? <Text id="entry.no-company" />}</bdi>;
};
