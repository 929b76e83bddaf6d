import { useSetting } from '#console/preferences/level-context.tsx';
import { MessageSetting } from '#console/preferences/message-setting.tsx';
import { TypedSetting } from '#console/preferences/typed-setting.tsx';
import { useText } from '#lib/i18n/text.tsx';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';

/** Another text is another revision, so that everybody is shown it again. */
export const CookieSetting = () => {
  const text = useText();
  const revision = useSetting('cookieDisclaimer.revision');
  const isOn = useSetting('cookieDisclaimer.on').inForce.value === true;
  return (
    <>
      <MessageSetting
        name="cookieDisclaimer"
        fallback={text('notices.cookies.text')}
        alongside={{
          setting: 'cookieDisclaimer.revision',
          from: revision.own,
          to: Number(revision.inForce.value) + 1,
        }}
        preview={(words) => (
          <Notice
            tone="info"
            label={text('notices.cookies.label')}
            actions={<Button aria-disabled>{text('notices.cookies.acknowledge')}</Button>}
          >
            <bdi>{words}</bdi>
          </Notice>
        )}
      />
      {isOn && (
        <TypedSetting
          name="cookieDisclaimer.revision"
          input="number"
          fault={text('console-preferences.revision-fault')}
        />
      )}
    </>
  );
};
