import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';

import type { ListedMessage } from '#contract/outbox.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { ConsolePage } from '#console/layout/console-page.tsx';
import { QueryView } from '#console/layout/query-view.tsx';
import { FilterFields } from '#console/outbox/filter-fields.tsx';
import { MessageRow } from '#console/outbox/message-row.tsx';
import { useFilters } from '#console/outbox/outbox-filters.ts';
import { OpenedMessage } from '#console/outbox/opened-message.tsx';
import { outboxQuery } from '#console/outbox/outbox-query.ts';
import rows from '#console/shared/rows.module.css';
import { Text, useText } from '#lib/i18n/text.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';

/** Every message of the sessions that this person may see, newest first. */
export const MessageList = () => {
  const text = useText();
  const { filters, change, clear } = useFilters();
  const [opened, setOpened] = useState<ListedMessage | null>(null);
  const query = useInfiniteQuery(outboxQuery(useConsole(), filters));
  const more = query.hasNextPage && (
    <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
      <Text id="console-outbox.more" />
    </Button>
  );
  return (
    <ConsolePage title={text('console-outbox.title')} focusKey="outbox" lead={text('console-outbox.lead')}>
      <FilterFields filters={filters} onChange={change} />
      {filters.session !== undefined && <OnlySession onClear={clear} />}
      <QueryView query={query}>
        {({ pages }) => {
          const messages = pages.flatMap((page) => page.messages);
          if (messages.length === 0) return <NoMessages isFiltered={Object.keys(filters).length > 0} onClear={clear} />;
          return <Messages messages={messages} more={more} onOpen={setOpened} />;
        }}
      </QueryView>
      {opened && <OpenedMessage key={opened.id} message={opened} onClose={() => setOpened(null)} />}
    </ConsolePage>
  );
};

type MessagesProps = {
  messages: readonly ListedMessage[];
  more: ReactNode;
  onOpen: (message: ListedMessage) => void;
};

const Messages = ({ messages, more, onOpen }: MessagesProps) => {
  const text = useText();
  return (
    <section className={rows['section']} aria-label={text('console-outbox.list')}>
      <p role="status" className={rows['muted']}>
        <Text id={more ? 'console-outbox.found-more' : 'console-outbox.found'} values={{ count: messages.length }} />
      </p>
      <Card padding="flush">
        <ul className={rows['rows']}>
          {messages.map((message) => (
            <MessageRow key={message.id} message={message} onOpen={() => onOpen(message)} />
          ))}
        </ul>
      </Card>
      {more}
    </section>
  );
};

const OnlySession = ({ onClear }: { onClear: () => void }) => (
  <div className={rows['section']}>
    <p className={rows['muted']}>
      <Text id="console-outbox.only-session" />
    </p>
    <Button onClick={onClear}>
      <Text id="console-outbox.clear" />
    </Button>
  </div>
);

const NoMessages = ({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) => (
  <Card>
    <div className={rows['section']}>
      <p role="status">
        <Text id={isFiltered ? 'console-outbox.none-found' : 'console-outbox.empty'} />
      </p>
      {isFiltered && (
        <Button onClick={onClear}>
          <Text id="console-outbox.clear" />
        </Button>
      )}
    </div>
  </Card>
);
