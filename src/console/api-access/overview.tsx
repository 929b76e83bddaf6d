import { getApiDescription } from '#contract/endpoints/description.ts';
import { KeysSection } from '#console/api-access/keys-section.tsx';
import { WebhooksSection } from '#console/api-access/webhooks-section.tsx';
import { ConsolePage } from '#console/layout/console-page.tsx';
import { Text, useText } from '#lib/i18n/text.tsx';

/** What the business's systems get in with, and where they are told. */
export const Overview = () => {
  const text = useText();
  return (
    <ConsolePage
      title={text('console-api-access.title')}
      focusKey="api-access"
      lead={<Text id="console-api-access.lead" />}
    >
      <KeysSection />
      <WebhooksSection />
      <p>
        <a href={getApiDescription.path}>
          <Text id="console-api-access.description" />
        </a>
      </p>
    </ConsolePage>
  );
};
