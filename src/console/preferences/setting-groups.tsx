import type { ComponentType } from 'react';

import { daysBounds, reengagementSchema } from '#contract/settings.ts';
import { BrandingSection } from '#console/preferences/branding-section.tsx';
import { ChoiceSetting, ToggleSetting } from '#console/preferences/choice-setting.tsx';
import { CookieSetting } from '#console/preferences/cookie-setting.tsx';
import { EndAccessSetting } from '#console/preferences/end-access-setting.tsx';
import { useSetting } from '#console/preferences/level-context.tsx';
import { ListSetting } from '#console/preferences/list-setting.tsx';
import { MessageSetting } from '#console/preferences/message-setting.tsx';
import styles from '#console/preferences/preferences.module.css';
import { ScheduleSetting } from '#console/preferences/schedule-setting.tsx';
import type { Group } from '#console/preferences/setting-table.ts';
import { TypedSetting } from '#console/preferences/typed-setting.tsx';
import { Text, useText } from '#lib/i18n/text.tsx';
import { Card } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';

export const SettingGroups = () => {
  const text = useText();
  return (
    <>
      <nav aria-label={text('console-preferences.groups')}>
        <ul className={styles['jumps']}>
          {groups.map(({ group }) => (
            <li key={group}>
              <a href={`#group-${group}`} className={styles['jump']}>
                <Text id={`console-preferences.group-${group}`} />
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {groups.map(({ group, Settings }) => (
        <Card key={group} as="section" id={`group-${group}`} aria-labelledby={`group-${group}-title`}>
          <div className={styles['group']}>
            <h2 id={`group-${group}-title`}>
              <Text id={`console-preferences.group-${group}`} />
            </h2>
            <Settings />
          </div>
        </Card>
      ))}
    </>
  );
};

const Entering = () => {
  const text = useText();
  return (
    <>
      <ToggleSetting name="autoOpen" />
      <MessageSetting
        name="inactiveAgentMessage"
        fallback={null}
        preview={(words) => (
          <Notice tone="warning" label={text('notices.inactive-agent.label')}>
            <bdi>{words}</bdi>
          </Notice>
        )}
      />
      <CookieSetting />
      <MessageSetting name="consent" fallback={null} preview={(words) => <p className={styles['words']}>{words}</p>} />
    </>
  );
};

const InTheRoom = () => {
  const text = useText();
  return (
    <>
      <ToggleSetting name="chat" />
      <ToggleSetting name="attachments" />
      <ToggleSetting name="requireReview" />
      <ListSetting
        name="signingReasons"
        linesLabel={text('console-preferences.signing-reasons-lines')}
        fault={(line) => text('console-preferences.reason-fault', { line })}
      />
      <ToggleSetting name="reassign" />
    </>
  );
};

const Sessions = () => {
  const text = useText();
  return (
    <>
      <ChoiceSetting name="reengagement" values={reengagementSchema.options} />
      <ToggleSetting name="singleActiveSession" />
      <TypedSetting name="accessDuration" input="number" fault={text('console-preferences.days-fault', daysBounds)} />
      <EndAccessSetting />
    </>
  );
};

const Messages = () => {
  const text = useText();
  const isEmbedded = useSetting('embeddedSession').inForce.value === true;
  return (
    <>
      <ToggleSetting name="textMessages" />
      <ScheduleSetting />
      <ToggleSetting name="embeddedSession" />
      <ToggleSetting name="copySessionUrl" />
      {!isEmbedded && (
        <p className={styles['in-force']}>
          <Text id="console-preferences.copy-url-without" />
        </p>
      )}
      <ListSetting
        name="allowedOrigins"
        linesLabel={text('console-preferences.allowed-origins-lines')}
        fault={(line) => text('console-preferences.origin-fault', { line })}
      />
    </>
  );
};

/** In the order of the page. */
const groups: readonly { group: Group; Settings: ComponentType }[] = [
  { group: 'entering', Settings: Entering },
  { group: 'room', Settings: InTheRoom },
  { group: 'sessions', Settings: Sessions },
  { group: 'messages', Settings: Messages },
  { group: 'look', Settings: BrandingSection },
];
