import { Link } from 'react-router';

import { ConsolePage } from '#console/layout/console-page.tsx';
import { Text, useText } from '#lib/i18n/text.tsx';
import { buttonLook } from '#ui/button.tsx';

/** For an address that nothing lies behind, whoever it was that led there. */
export const UnknownPage = () => {
  const text = useText();
  return (
    <ConsolePage title={text('console.unknown.heading')} focusKey="unknown" lead={text('console.unknown.text')}>
      <p>
        <Link {...buttonLook('secondary')} to="/">
          <Text id="console.unknown.action" />
        </Link>
      </p>
    </ConsolePage>
  );
};
