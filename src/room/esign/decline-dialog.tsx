import { useState } from 'react';

import type { EsignContent } from '#contract/esign.ts';
import { limits } from '#contract/limits.ts';
import { useFailureText } from '#lib/api/failure-text.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useDecline } from '#room/esign/use-sign.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextArea } from '#ui/text-area.tsx';

type DeclineDialogProps = {
  content: EsignContent;
  title: string;
  company: string;
  onDone: () => void;
  onClose: () => void;
};

/** A second thought before saying no, and room for why. */
export const DeclineDialog = ({ content, title, company, onDone, onClose }: DeclineDialogProps) => {
  const text = useText();
  const failureText = useFailureText();
  const [reason, setReason] = useState('');
  const { mutate, isPending, error } = useDecline(content, onDone);
  return (
    <Dialog
      open
      title={text('esign.decline.title')}
      onClose={onClose}
      dismissible={!isPending}
      actions={
        <>
          <Button
            variant="danger"
            busy={isPending}
            onClick={() => {
              if (reason.length <= limits.reasonLength) mutate({ revision: content.revision, reason: reason.trim() });
            }}
          >
            <Text id="esign.decline.submit" />
          </Button>
          <Button variant="secondary" onClick={onClose}>
            <Text id="esign.decline.cancel" />
          </Button>
        </>
      }
    >
      <Stack>
        <p>
          <Text id="esign.decline.text" values={{ company, title }} />
        </p>
        <TextArea
          label={text('esign.decline.reason')}
          optional
          value={reason}
          limit={limits.reasonLength}
          onChange={({ target }) => {
            setReason(target.value);
          }}
        />
        {error && (
          <Notice tone="danger" label={text('esign.problem.title')} title={text('esign.problem.title')} live>
            {failureText(error)}
          </Notice>
        )}
      </Stack>
    </Dialog>
  );
};
