import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useId, useState } from 'react';

import { addApiKey } from '#contract/endpoints/api-access.ts';
import { limits } from '#contract/limits.ts';
import { type KeyScope, keyScopes } from '#contract/rights.ts';
import { apiKeysQuery, keyTeamsQuery } from '#console/api-access/api-access-queries.ts';
import { FormDialog } from '#console/shared/form-dialog.tsx';
import { toggle } from '#console/shared/toggle.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useIntent } from '#lib/session-client/use-intent.ts';
import { Choice, ChoiceGroup } from '#ui/choice.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';

type AddKeyDialogProps = { onClose: () => void; onAdded: (name: string, secret: string) => void };

export const AddKeyDialog = ({ onClose, onAdded }: AddKeyDialogProps) => {
  const text = useText();
  const formId = useId();
  const client = useConsole();
  const cache = useQueryClient();
  const intent = useIntent();
  const { data: teams = client.me.teams } = useQuery(keyTeamsQuery(client));
  const [name, setName] = useState('');
  const [team, setTeam] = useState(client.me.team);
  const [scopes, setScopes] = useState<readonly KeyScope[]>(['start-sessions', 'read-sessions']);
  const [isChecked, setIsChecked] = useState(false);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => {
      const input = { name: name.trim(), team, scopes: [...scopes] };
      return client.ask(addApiKey, input, { key: intent.keyFor(input) });
    },
    onSuccess: async ({ key, secret }) => {
      onAdded(key.name, secret);
      await cache.invalidateQueries(apiKeysQuery(client));
    },
  });
  const isComplete = name.trim() !== '' && scopes.length > 0;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (isComplete && !isPending) mutate();
  };

  return (
    <FormDialog
      formId={formId}
      title={text('console-api-access.key-add-title')}
      action={text('console-api-access.key-add')}
      isPending={isPending}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={text('console-api-access.key-name')}
        hint={text('console-api-access.key-name-hint')}
        error={isChecked && name.trim() === '' && text('console-api-access.key-name-missing')}
        autoComplete="off"
        maxLength={limits.nameLength}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <SelectField
        label={text('console-api-access.key-team')}
        hint={text('console-api-access.key-team-hint')}
        value={team}
        onChange={({ target }) => setTeam(teams.find(({ id }) => id === target.value)?.id ?? team)}
      >
        {teams.map(({ id, name: teamName }) => (
          <option key={id} value={id}>
            {teamName}
          </option>
        ))}
      </SelectField>
      <ChoiceGroup
        label={text('console-api-access.key-scopes')}
        error={isChecked && scopes.length === 0 && text('console-api-access.key-scopes-missing')}
      >
        {keyScopes.map((scope) => (
          <Choice
            key={scope}
            type="checkbox"
            label={<Text id={`console-api-access.scope-${scope}`} />}
            checked={scopes.includes(scope)}
            onChange={() => setScopes(toggle(scopes, scope))}
          />
        ))}
      </ChoiceGroup>
    </FormDialog>
  );
};
