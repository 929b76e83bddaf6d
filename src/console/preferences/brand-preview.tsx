import { getLogo } from '#contract/endpoints/entry.ts';
import { toPath } from '#contract/endpoints/define-endpoint.ts';
import type { Branding } from '#contract/entry.ts';
import { contrast, grounds, resolveBrandColors } from '#domain/brand-colors.ts';
import styles from '#console/preferences/preferences.module.css';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';

/** As in `ui/tokens.css`: what the room has when nobody chose. */
const productBlue = '#1b57cf';

/** A piece of the room in these colours, light and dark, and whether they can be read as they were chosen. */
export const BrandPreview = ({ branding }: { branding: Branding }) => {
  const { light, dark } = resolveBrandColors({ ...branding, primaryColor: branding.primaryColor ?? productBlue });
  return (
    <div className={styles['preview']}>
      <p className={styles['caption']}>
        <Text id="console-preferences.preview-room" />
      </p>
      <div className={styles['rooms']}>
        <Room scheme={light} ground={grounds.light} branding={branding} name="light" />
        <Room scheme={dark} ground={grounds.dark} branding={branding} name="dark" />
      </div>
    </div>
  );
};

type RoomProps = {
  scheme: ReturnType<typeof resolveBrandColors>['light'];
  ground: (typeof grounds)['light' | 'dark'];
  branding: Branding;
  name: 'light' | 'dark';
};

const Room = ({ scheme, ground, branding: { companyName, logo, ...chosen }, name }: RoomProps) => {
  const text = useText();
  const { number } = useFormat();
  const { page = ground.page, primary = productBlue, onPrimary = ground.surfaces[0], primaryText = primary } = scheme;
  const [ink] = ground.text;
  const ratio = number(contrast(primary, onPrimary), { maximumFractionDigits: 1 });
  const isKept =
    isSame(chosen.primaryColor, primary) && (chosen.backgroundColor === null || isSame(chosen.backgroundColor, page));
  return (
    <figure className={styles['room']}>
      <div className={styles['room-page']} style={{ backgroundColor: page, color: ink }} aria-hidden>
        {logo === null ? (
          <bdi className={styles['room-name']}>{companyName ?? text('console-preferences.company-name')}</bdi>
        ) : (
          <img className={styles['room-logo']} src={toPath(getLogo.path, { fileId: logo })} alt="" />
        )}
        <div className={styles['room-card']} style={{ backgroundColor: ground.surfaces[0] }}>
          <span>{text('console-preferences.preview-task')}</span>
          <span className={styles['room-button']} style={{ backgroundColor: primary, color: onPrimary }}>
            {text('console-preferences.preview-start')}
          </span>
          <span style={{ color: primaryText }}>{text('console-preferences.preview-link')}</span>
        </div>
      </div>
      <figcaption>
        {text(`console-preferences.verdict-${name}${isKept ? '' : '-moved'}`, { ratio, primary, page })}
      </figcaption>
    </figure>
  );
};

/** What nobody chose is the product's own, and fine. */
const isSame = (chosen: string | null, used: string) => chosen === null || chosen.toLowerCase() === used;
