import Copy from 'lucide-react/icons/copy';
import { useRef, useState } from 'react';

import { Text } from '#lib/i18n/text.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Icon } from '#ui/icon.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextField } from '#ui/text-field.tsx';

type SecretDialogProps = { title: string; label: string; secret: string; onClose: () => void };

/** What is told once. Only its button closes it, because there is no way back to it. */
export const SecretDialog = ({ title, label, secret, onClose }: SecretDialogProps) => {
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    field.current?.select();
    // Note: without TLS there is no clipboard; what is selected can be copied by hand.
    if (!('clipboard' in navigator)) return;
    await navigator.clipboard.writeText(secret).then(
      () => setIsCopied(true),
      () => undefined,
    );
  };
  return (
    <Dialog
      open
      dismissible={false}
      onClose={onClose}
      title={title}
      actions={
        <Button variant="primary" onClick={onClose}>
          <Text id="console.done" />
        </Button>
      }
    >
      <Stack>
        <p>
          <Text id="console.told-once" />
        </p>
        <TextField
          ref={field}
          label={label}
          value={secret}
          readOnly
          autoComplete="off"
          spellCheck={false}
          onFocus={({ target }) => target.select()}
        />
        <Stack inline>
          <Button icon={<Icon icon={Copy} />} onClick={() => void copy()}>
            <Text id="console.copy" />
          </Button>
          <p role="status">{isCopied && <Text id="console.copied" />}</p>
        </Stack>
      </Stack>
    </Dialog>
  );
};
