import { useFailureWords } from '#console/client/failure-text.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { Notice } from '#ui/notice.tsx';

/** Nothing was started; what was typed is still there. */
export const StartFailure = ({ error }: { error: unknown }) => {
  const text = useText();
  const words = useFailureWords();
  return (
    <Notice
      tone="danger"
      label={text('console-new-session.not-started')}
      title={<Text id="console-new-session.not-started" />}
      live
    >
      {words(error)}
    </Notice>
  );
};
