import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { giveConsent } from '#contract/endpoints/entry.ts';
import type { Entry } from '#contract/entry.ts';
import { useFailureText } from '#lib/api/failure-text.ts';
import { failureCode, isUncertain } from '#lib/api/failures.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { replaceEntry } from '#lib/session-client/entry-query.ts';
import { useRefreshSession } from '#lib/session-client/refresh-session.ts';
import { useSessionClient } from '#lib/session-client/session-client.tsx';
import { useIntent } from '#lib/session-client/use-intent.ts';
import { BlockedPage } from '#room/entry/blocked-page.tsx';
import styles from '#room/entry/consent-page.module.css';
import { EntryPage } from '#room/entry/entry-page.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';

type Props = { entry: Extract<Entry, { kind: 'consent' }> };
type Decision = 'agree' | 'disagree';

/** Agree or disagree before the room. Disagreeing ends nothing: one may change one's mind (product.md 4.1). */
export const ConsentPage = ({ entry }: Props) => {
  const text = useText();
  const [hasRefused, setHasRefused] = useState(false);
  const consent = useGiveConsent(entry.consent.revision, () => {
    setHasRefused(true);
  });
  const company = entry.branding.companyName ?? text('entry.company-fallback');
  if (hasRefused) {
    return (
      <RefusedPage
        entry={entry}
        company={company}
        onReturn={() => {
          setHasRefused(false);
        }}
      />
    );
  }
  const decide = (decision: Decision) => () => {
    consent.mutate(decision);
  };
  return (
    <EntryPage branding={entry.branding} title={text('gate.consent.title')}>
      <Screen
        heading={text('gate.consent.title')}
        lead={text('gate.consent.lead', { company })}
        focusKey="consent"
        actions={
          <>
            <Button
              variant="primary"
              busy={consent.isPending && consent.variables === 'agree'}
              onClick={decide('agree')}
            >
              <Text id="gate.consent.agree" />
            </Button>
            <Button busy={consent.isPending && consent.variables === 'disagree'} onClick={decide('disagree')}>
              <Text id="gate.consent.disagree" />
            </Button>
          </>
        }
      >
        <Card>
          <div className={styles['text']} dir="auto">
            {entry.consent.text}
          </div>
        </Card>
        {consent.isError && <FailedDecision error={consent.error} />}
      </Screen>
    </EntryPage>
  );
};

const FailedDecision = ({ error }: { error: Error }) => {
  const text = useText();
  const failureText = useFailureText();
  return (
    <Notice tone="danger" live label={text('gate.consent.failed.label')}>
      {failureText(error)}
    </Notice>
  );
};

type RefusedProps = Props & { company: string; onReturn: () => void };

const RefusedPage = ({ entry, company, onReturn }: RefusedProps) => {
  const text = useText();
  return (
    <BlockedPage
      code="consent-refused"
      title={text('gate.consent-refused.title')}
      lead={text('gate.consent-refused.text', { company })}
      branding={entry.branding}
      actions={
        <Button variant="primary" onClick={onReturn}>
          <Text id="gate.consent-refused.back" />
        </Button>
      }
    />
  );
};

function useGiveConsent(revision: string, onRefused: () => void) {
  const cache = useQueryClient();
  const client = useSessionClient();
  const refresh = useRefreshSession();
  const intent = useIntent();
  return useMutation({
    mutationFn: (decision: Decision) => {
      const input = { decision, revision };
      return client.call(giveConsent, input, { key: intent.keyFor(input) });
    },
    retry: (failures, error) => failures < 1 && isUncertain(error),
    networkMode: 'always',
    onSuccess: (entry, decision) => {
      intent.forget();
      replaceEntry(cache, entry);
      if (decision === 'disagree') onRefused();
    },
    // Note: the text changed while it was read, or the visit ended: show what is true now.
    onError: (error) => (failureCode(error) ? refresh() : undefined),
  });
}
