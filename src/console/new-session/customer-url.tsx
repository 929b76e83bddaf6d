import { useState } from 'react';
import { encode } from 'uqr';

import styles from '#console/new-session/new-session.module.css';
import { Section } from '#console/new-session/section.tsx';
import { Text, useText } from '#lib/i18n/text.tsx';
import { Button } from '#ui/button.tsx';
import { useAnnounce } from '#ui/live-region.tsx';
import { TextField } from '#ui/text-field.tsx';

/** The customer's URL, told this once: to be copied, or read by a phone. */
export const CustomerUrl = ({ url }: { url: string }) => {
  const text = useText();
  const announce = useAnnounce();
  const [state, setState] = useState<'fresh' | 'copied' | 'failed'>('fresh');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      setState('copied');
      announce(text('console-new-session.copied'));
    } catch {
      setState('failed');
    }
  };
  return (
    <Section title={<Text id="console-new-session.url" />}>
      <p className={styles['muted']}>
        <Text id="console-new-session.url-words" />
      </p>
      <TextField
        label={<Text id="console-new-session.url-label" />}
        error={state === 'failed' ? <Text id="console-new-session.copy-failed" /> : undefined}
        readOnly
        value={url}
        onFocus={({ target }) => target.select()}
      />
      <div>
        <Button onClick={() => void copy()}>
          <Text id={state === 'copied' ? 'console-new-session.copied' : 'console-new-session.copy'} />
        </Button>
      </div>
      <QrCode url={url} label={text('console-new-session.qr')} />
    </Section>
  );
};

/** Note: dark on white in every theme, with its quiet border, or cameras do not find it. */
const QrCode = ({ url, label }: { url: string; label: string }) => {
  const { data, size } = encode(url, { border: 4 });
  const dots = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg className={styles['qr']} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={dots.join('')} />
    </svg>
  );
};
