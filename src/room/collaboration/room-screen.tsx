import type { InteractionId } from '#contract/ids.ts';
import type { Interaction } from '#contract/interaction.ts';
import chatTexts from '#lib/i18n/catalogs/en/chat.json';
import paymentTexts from '#lib/i18n/catalogs/en/payment.json';
import roomTexts from '#lib/i18n/catalogs/en/room.json';
import { addEnglish } from '#lib/i18n/english.ts';
import { Text } from '#lib/i18n/text.tsx';
import { useOpenEntry, useSession } from '#lib/session-client/session-data.ts';
import { ChatPlace } from '#room/collaboration/chat/chat-place.tsx';
import { InteractionCard } from '#room/collaboration/interaction-card.tsx';
import { PaymentResult } from '#room/collaboration/payment-result.tsx';
import { People } from '#room/collaboration/people.tsx';
import { resolveMain, resolveSections, type SectionName } from '#room/collaboration/resolve-sections.ts';
import { RoomHeading, RoomLead } from '#room/collaboration/room-heading.tsx';
import styles from '#room/collaboration/room-screen.module.css';
import { useRoomNews } from '#room/collaboration/use-room-news.ts';
import { Screen } from '#ui/screen.tsx';

addEnglish(roomTexts);
addEnglish(chatTexts);
addEnglish(paymentTexts);

const sectionNames = ['to-do', 'waiting', 'done'] as const satisfies readonly SectionName[];

/** The customer's home: what is open first, what was done, who is here, and the chat. `onOpen`: they want to do this one now. */
export const RoomScreen = ({ onOpen }: { onOpen: (id: InteractionId) => void }) => {
  const { interactions } = useSession();
  const sections = resolveSections(interactions);
  useRoomNews(interactions);
  return (
    <div className={styles['room']}>
      <Screen width="room" focusKey="room" heading={<RoomHeading />} lead={<RoomLead />} notices={<PaymentResult />}>
        {sectionNames.map(
          (name) =>
            sections[name].length > 0 && (
              <Section key={name} name={name} interactions={sections[name]} onOpen={onOpen} />
            ),
        )}
        <People />
      </Screen>
      <ChatPlace />
    </div>
  );
};

type SectionProps = { name: SectionName; interactions: readonly Interaction[]; onOpen: (id: InteractionId) => void };

const Section = ({ name, interactions, onOpen }: SectionProps) => {
  const { access } = useSession();
  const atEntry = useOpenEntry().session.interactions;
  const isReadOnly = access === 'limited';
  const main = isReadOnly ? undefined : resolveMain(interactions);
  const titleId = `section-${name}`;
  return (
    <section className={styles['section']} aria-labelledby={titleId}>
      <h2 id={titleId} className={styles['title']}>
        <Text id={resolveTitle(name, interactions, isReadOnly)} />
      </h2>
      <ul className={styles['cards']}>
        {interactions.map((interaction) => (
          <InteractionCard
            key={interaction.id}
            interaction={interaction}
            isMain={interaction === main}
            isJustAdded={atEntry.every(({ id }) => id !== interaction.id)}
            isReadOnly={isReadOnly}
            onOpen={onOpen}
          />
        ))}
      </ul>
    </section>
  );
};

function resolveTitle(name: SectionName, interactions: readonly Interaction[], isReadOnly: boolean) {
  if (name === 'to-do' && isReadOnly) return 'room.section.left';
  const isClosed = interactions.some(({ status }) => status === 'cancelled' || status === 'expired');
  return name === 'done' && isClosed ? 'room.section.closed' : (`room.section.${name}` as const);
}
