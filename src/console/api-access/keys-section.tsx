import { useQuery } from '@tanstack/react-query';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';

import type { ApiKey } from '#contract/api-key.ts';
import { revokeApiKey } from '#contract/endpoints/api-access.ts';
import { AddKeyDialog } from '#console/api-access/add-key-dialog.tsx';
import { apiKeysQuery, keyTeamsQuery } from '#console/api-access/api-access-queries.ts';
import { ConfirmDialog } from '#console/shared/confirm-dialog.tsx';
import { SecretDialog } from '#console/shared/secret-dialog.tsx';
import { useConsole } from '#console/client/console-client.tsx';
import { QueryView } from '#console/layout/query-view.tsx';
import rows from '#console/shared/rows.module.css';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Icon } from '#ui/icon.tsx';

type Open = { kind: 'add' } | { kind: 'added'; name: string; secret: string } | { kind: 'revoke'; key: ApiKey } | null;

export const KeysSection = () => {
  const text = useText();
  const client = useConsole();
  const keys = useQuery(apiKeysQuery(client));
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  return (
    <section className={rows['section']} aria-label={text('console-api-access.keys')}>
      <div className={rows['head']}>
        <h2>
          <Text id="console-api-access.keys" />
        </h2>
        <Button icon={<Icon icon={Plus} />} onClick={() => setOpen({ kind: 'add' })}>
          <Text id="console-api-access.key-add" />
        </Button>
      </div>
      <QueryView query={keys}>
        {(known) => <KeyList keys={known} onRevoke={(key) => setOpen({ kind: 'revoke', key })} />}
      </QueryView>
      {open?.kind === 'add' && (
        <AddKeyDialog onClose={close} onAdded={(name, secret) => setOpen({ kind: 'added', name, secret })} />
      )}
      {open?.kind === 'added' && (
        <SecretDialog
          title={text('console-api-access.key-secret-title', { name: open.name })}
          label={text('console-api-access.secret-key')}
          secret={open.secret}
          onClose={close}
        />
      )}
      {open?.kind === 'revoke' && <RevokeDialog key={open.key.id} apiKey={open.key} onClose={close} />}
    </section>
  );
};

type KeyListProps = { keys: readonly ApiKey[]; onRevoke: (key: ApiKey) => void };

const KeyList = ({ keys, onRevoke }: KeyListProps) => {
  if (keys.length > 0)
    return (
      <Card padding="flush">
        <ul className={rows['rows']}>
          {keys.map((key) => (
            <KeyRow key={key.id} apiKey={key} onRevoke={() => onRevoke(key)} />
          ))}
        </ul>
      </Card>
    );
  return (
    <Card>
      <p>
        <Text id="console-api-access.keys-empty" />
      </p>
    </Card>
  );
};

const KeyRow = ({ apiKey, onRevoke }: { apiKey: ApiKey; onRevoke: () => void }) => {
  const text = useText();
  const format = useFormat();
  const { data: teams = [] } = useQuery(keyTeamsQuery(useConsole()));
  const { name, team, scopes, createdBy, createdAt, lastUsedOn } = apiKey;
  return (
    <li className={rows['row']}>
      <div className={rows['who']}>
        <p className={rows['name']}>
          <bdi>{name}</bdi>
        </p>
        <p>{scopes.map((scope) => text(`console-api-access.scope-${scope}`)).join(' · ')}</p>
        <p className={rows['muted']}>
          <Text
            id="console-api-access.key-about"
            values={{
              team: teams.find(({ id }) => id === team)?.name ?? team,
              who: createdBy,
              when: format.shortDate(createdAt),
            }}
          />
        </p>
        <p className={rows['muted']}>
          {lastUsedOn === null ? (
            <Text id="console-api-access.key-unused" />
          ) : (
            <Text id="console-api-access.key-used" values={{ day: format.shortDate(lastUsedOn) }} />
          )}
        </p>
      </div>
      <div>
        <Button aria-label={text('console-api-access.key-revoke-named', { name })} onClick={onRevoke}>
          <Text id="console-api-access.key-revoke" />
        </Button>
      </div>
    </li>
  );
};

const RevokeDialog = ({ apiKey: { id, name }, onClose }: { apiKey: ApiKey; onClose: () => void }) => {
  const text = useText();
  const { tell } = useConsole();
  return (
    <ConfirmDialog
      title={text('console-api-access.key-revoke-title', { name })}
      action={text('console-api-access.key-revoke-action')}
      done={text('console-api-access.key-revoked', { name })}
      decide={() => tell(revokeApiKey, null, { params: { keyId: id } })}
      changes={['api-access']}
      onClose={onClose}
    >
      <Text id="console-api-access.key-revoke-text" />
    </ConfirmDialog>
  );
};
