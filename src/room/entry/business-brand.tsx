import { useState } from 'react';

import type { Branding } from '#contract/entry.ts';
import { toPath } from '#contract/endpoints/define-endpoint.ts';
import { getLogo } from '#contract/endpoints/entry.ts';
import { Text } from '#lib/i18n/text.tsx';
import styles from '#room/entry/business-brand.module.css';

/** The business's logo, once it is there; until then, and where there is none or it does not load, its name. */
export const BusinessBrand = ({ branding }: { branding: Branding | null }) => {
  const [isLoaded, setIsLoaded] = useState(false);
  const name = branding?.companyName ?? null;
  return (
    <>
      {branding?.logo && (
        <img
          className={styles['logo']}
          hidden={!isLoaded}
          src={toPath(getLogo.path, { fileId: branding.logo })}
          alt={name ?? ''}
          onLoad={() => {
            setIsLoaded(true);
          }}
        />
      )}
      {!isLoaded && <bdi className={styles['name']}>{name ?? <Text id="entry.no-company" />}</bdi>}
    </>
  );
};
