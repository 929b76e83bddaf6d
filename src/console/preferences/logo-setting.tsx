import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';

import { addLogo } from '#contract/endpoints/agent.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { useFailureWords } from '#console/client/failure-text.ts';
import { InForceLine } from '#console/preferences/in-force.tsx';
import { useSetting } from '#console/preferences/level-context.tsx';
import styles from '#console/preferences/preferences.module.css';
import { SaveOutcome } from '#console/preferences/save-outcome.tsx';
import { settingTable } from '#console/preferences/setting-table.ts';
import { useSaveSettings } from '#console/preferences/use-save-settings.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';

/** A picture from this device, kept by the backend as it is chosen. */
export const LogoSetting = () => {
  const text = useText();
  const words = useFailureWords();
  const { sendFile } = useConsole();
  const { own } = useSetting('branding.logo');
  const input = useRef<HTMLInputElement>(null);
  const saving = useSaveSettings();
  const bring = useMutation({
    mutationFn: (file: File) => sendFile(addLogo, file),
    onSuccess: ({ fileId }) => saving.save({ setting: 'branding.logo', from: own, to: fileId }),
    onSettled: () => {
      // Note: or the same picture could not be chosen again.
      if (input.current) input.current.value = '';
    },
  });
  const { label, hint } = settingTable['branding.logo'];
  return (
    <div className={styles['setting']}>
      <Field label={text(label)} hint={hint && text(hint)} error={bring.error && words(bring.error)}>
        {(control) => (
          <input
            {...control}
            ref={input}
            type="file"
            accept="image/png,image/jpeg"
            className={styles['file']}
            onChange={({ target }) => {
              const file = target.files?.[0];
              if (file) bring.mutate(file);
            }}
          />
        )}
      </Field>
      {own !== null && (
        <div>
          <Button variant="quiet" onClick={() => saving.save({ setting: 'branding.logo', from: own, to: null })}>
            <Text id="console-preferences.inherit" />
          </Button>
        </div>
      )}
      <InForceLine name="branding.logo" />
      <SaveOutcome saving={saving} />
    </div>
  );
};
