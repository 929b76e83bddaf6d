import { useState } from 'react';

import { colorSchema, type SettingName } from '#contract/settings.ts';
import { fileIdSchema } from '#contract/ids.ts';
import { BrandPreview } from '#console/preferences/brand-preview.tsx';
import { useSetting } from '#console/preferences/level-context.tsx';
import { LogoSetting } from '#console/preferences/logo-setting.tsx';
import styles from '#console/preferences/preferences.module.css';
import { settingTable } from '#console/preferences/setting-table.ts';
import { TypedSetting } from '#console/preferences/typed-setting.tsx';
import { useText } from '#lib/i18n/text.tsx';

type ColorName = 'branding.primaryColor' | 'branding.backgroundColor';

/** Name, logo and colours, with a piece of the room as it will look, also while a colour is typed. */
export const BrandingSection = () => {
  const text = useText();
  const [primary, typePrimary] = useColor('branding.primaryColor');
  const [background, typeBackground] = useColor('branding.backgroundColor');
  const companyName = useSetting('branding.companyName').inForce.value;
  const logo = useSetting('branding.logo').inForce.value;
  return (
    <>
      <TypedSetting name="branding.companyName" fault={text('console-preferences.name-fault')} />
      <LogoSetting />
      <ColorSetting name="branding.primaryColor" color={primary} onDraft={typePrimary} />
      <ColorSetting name="branding.backgroundColor" color={background} onDraft={typeBackground} />
      <BrandPreview
        branding={{
          companyName: typeof companyName === 'string' ? companyName : null,
          logo: fileIdSchema.safeParse(logo).data ?? null,
          primaryColor: primary,
          backgroundColor: background,
        }}
      />
    </>
  );
};

/** What is typed, as soon as it is a colour; else what holds. */
function useColor(name: SettingName) {
  const { inForce } = useSetting(name);
  const [typed, setTyped] = useState<string | null>(null);
  const color = [typed, inForce.value].map((value) => colorSchema.safeParse(value).data).find(Boolean) ?? null;
  return [color, setTyped] as const;
}

type ColorSettingProps = { name: ColorName; color: string | null; onDraft: (text: string | null) => void };

const ColorSetting = ({ name, color, onDraft }: ColorSettingProps) => {
  const text = useText();
  return (
    <TypedSetting name={name} fault={text('console-preferences.color-fault')} onDraft={onDraft}>
      {(type) => (
        <input
          type="color"
          className={styles['color']}
          aria-label={text('console-preferences.pick-color', { setting: text(settingTable[name].label) })}
          value={color ?? '#ffffff'}
          onChange={({ target }) => type(target.value)}
        />
      )}
    </TypedSetting>
  );
};
