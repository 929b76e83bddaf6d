import { useState } from 'react';

import { signOutEverywhere } from '#contract/endpoints/people.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { leaveConsole } from '#console/client/leave-console.ts';
import { ConsolePage } from '#console/layout/console-page.tsx';
import styles from '#console/people/people.module.css';
import { ConfirmDialog } from '#console/shared/confirm-dialog.tsx';
import rows from '#console/shared/rows.module.css';
import type { TextId } from '#lib/i18n/message.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';

/** Who one is here. Only administrators change that, for everybody. */
export const AccountPage = () => {
  const text = useText();
  const { me } = useConsole();
  const [isLeaving, setIsLeaving] = useState(false);
  const [own, ...others] = me.teams.map(({ name }) => name);
  return (
    <ConsolePage title={text('console-people.account')} focusKey="account" lead={text('console-people.account-lead')}>
      <Card>
        <dl className={styles['facts']}>
          <Fact label="console-people.name">{me.name}</Fact>
          {me.email !== null && <Fact label="console-people.email">{me.email}</Fact>}
          <Fact label="console-people.role">{text(`console-people.role-${me.role}`)}</Fact>
          <Fact label="console-people.team">{own}</Fact>
          {others.length > 0 && <Fact label="console-people.other-teams">{others.join(', ')}</Fact>}
        </dl>
      </Card>
      <section className={rows['section']} aria-label={text('console-people.devices')}>
        <h2>
          <Text id="console-people.devices" />
        </h2>
        <p>
          <Text id="console-people.devices-text" />
        </p>
        <div>
          <Button onClick={() => setIsLeaving(true)}>
            <Text id="console-people.leave" />
          </Button>
        </div>
      </section>
      {isLeaving && <LeaveDialog onClose={() => setIsLeaving(false)} />}
    </ConsolePage>
  );
};

const Fact = ({ label, children }: { label: TextId; children: string | undefined }) => (
  <div>
    <dt>
      <Text id={label} />
    </dt>
    <dd>
      <bdi>{children}</bdi>
    </dd>
  </div>
);

const LeaveDialog = ({ onClose }: { onClose: () => void }) => {
  const text = useText();
  const { tell } = useConsole();
  return (
    <ConfirmDialog
      title={text('console-people.leave-title')}
      action={text('console-people.leave')}
      done={text('console-people.left')}
      decide={async () => {
        await tell(signOutEverywhere, null);
        await leaveConsole();
      }}
      changes={['me']}
      onClose={onClose}
    >
      <Text id="console-people.leave-text" />
    </ConfirmDialog>
  );
};
