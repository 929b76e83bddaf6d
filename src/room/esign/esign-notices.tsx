import { useStore } from 'zustand/react';

import type { EsignSummary } from '#contract/interaction.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';
import type { DraftSaver } from '#room/esign/draft-saver.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';

/** Why it came back, in the business's own words. */
export const ReturnedNotice = ({ interaction }: { interaction: EsignSummary }) => {
  const text = useText();
  if (interaction.status !== 'returned' || interaction.reason === null) return undefined;
  return (
    <Notice tone="warning" label={text('esign.returned')} title={text('esign.returned')}>
      <bdi>{interaction.reason}</bdi>
    </Notice>
  );
};

/** Somebody typed into the same document elsewhere: nothing is lost, the customer decides. */
export const ConflictNotice = ({ saver, onLoad }: { saver: DraftSaver; onLoad: () => void }) => {
  const text = useText();
  const { kind } = useStore(saver.state);
  if (kind !== 'conflict') return undefined;
  return (
    <Notice
      tone="warning"
      label={text('esign.conflict.title')}
      title={text('esign.conflict.title')}
      live
      actions={
        <>
          <Button variant="secondary" onClick={saver.takeOver}>
            <Text id="esign.conflict.take-over" />
          </Button>
          <Button variant="quiet" onClick={onLoad}>
            <Text id="esign.conflict.load" />
          </Button>
        </>
      }
    >
      <Text id="esign.conflict.text" />
    </Notice>
  );
};

/** "Saved 14:02". Silent for those who listen: it changes with every pause. */
export const SaveStatus = ({ saver }: { saver: DraftSaver }) => {
  const format = useFormat();
  const state = useStore(saver.state);
  switch (state.kind) {
    case 'saving':
      return <Text id="esign.saving" />;
    case 'saved':
      return <Text id="esign.saved" values={{ time: format.time(state.at) }} />;
    case 'kept':
      return <Text id="esign.kept" />;
    case 'nothing':
    case 'conflict':
    case 'refused':
      return undefined;
  }
};
