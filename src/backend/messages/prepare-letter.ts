/**
 * A message to a customer with all that it takes time to get (its link, its texts), so that whether it is written can be decided by
 * pure functions. Every message brings a link of its own: the token of an earlier one is kept by nobody.
 */
import type { Policy } from '#contract/policy.ts';
import { isActionable } from '#domain/auto-open-queue.ts';
import { linkLifetime } from '#domain/entry-gates.ts';
import { isTimeZone } from '#domain/zoned-time.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { issueLink } from '#backend/messages/issue-link.ts';
import { resolveAddress } from '#backend/messages/new-link.ts';
import type { MessageKind, OutboxMessage } from '#backend/messages/outbox-message.ts';
import { wordMessage } from '#backend/messages/word-message.ts';
import type { Change } from '#backend/session/change.ts';
import { changeReach, findParticipant, listOwn, readReach, toAddressee } from '#backend/session/participants.ts';
import type { SessionRecord, StoredLink, StoredParticipant } from '#backend/session/session-record.ts';

export type LetterDeps = Pick<BackendDeps, 'now' | 'createId' | 'createToken' | 'publicOrigin' | 'loadTexts'>;
type Recipient = { record: SessionRecord; participant: StoredParticipant };

export type Letter = {
  participant: StoredParticipant;
  link: StoredLink;
  /** Whether it may still go to this customer as they are in the record that it is written with. */
  mayGo: (record: SessionRecord) => boolean;
  /** `from`: who handed something over, where it is about that. */
  write: (kind: MessageKind, record: SessionRecord, from?: string) => OutboxMessage;
};

/**
 * `issued`: the link that somebody lets the customer in with. Null when nothing may be sent to this customer; by itself nothing is, either,
 * to one whose links were all revoked, because it would let them in again.
 */
export async function prepareLetter(
  deps: LetterDeps,
  { record, participant }: Recipient,
  policy: Policy,
  issued?: Awaited<ReturnType<typeof issueLink>>,
): Promise<Letter | null> {
  const resolveTarget = (recipient: Recipient) =>
    issued || !isShutOut(recipient) ? resolveAddress(recipient, policy) : null;
  const address = resolveTarget({ record, participant });
  if (!address) return null;
  const { link, url } = issued ?? (await issueLink(deps, participant.id, linkLifetime(policy)));
  const { language, name } = participant;
  const texts = await deps.loadTexts(language);
  const id = deps.createId();
  const companyName = policy.branding.companyName.value;
  const { timeZone } = policy.reminders.schedule;
  return {
    participant,
    link,
    mayGo: (current) => {
      const known = findParticipant(current, participant.id);
      const target = known && resolveTarget({ record: current, participant: known });
      return target?.channel === address.channel && target.to === address.to;
    },
    write: (kind, current, from) => ({
      id,
      sessionId: record.id,
      kind,
      ...address,
      companyName,
      recipientName: name,
      language,
      words: wordMessage(texts, {
        kind,
        channel: address.channel,
        language,
        company: companyName ?? new URL(deps.publicOrigin).host,
        recipientName: name,
        count: listOwn(current, participant).filter((interaction) => isActionable(interaction)).length,
        from,
        until: link.expiresAt,
        timeZone: isTimeZone(timeZone) ? timeZone : 'UTC',
      }),
      url,
      createdAt: deps.now(),
    }),
  };
}

/** Somebody revoked every link that they had. */
const isShutOut = ({ record, participant }: Recipient): boolean => {
  const links = record.links.filter((link) => link.participant === participant.id);
  return links.length > 0 && links.every(({ revokedAt }) => revokedAt !== null);
};

/**
 * The change, and a message about it in the same commit. Its reader hears from us now. Note: a letter takes time to prepare; to a contact
 * that was corrected meanwhile it would bring a link that works.
 */
export const withLetter = (change: Change, letter: Letter, kind: MessageKind, now: number, from?: string): Change => {
  const { participant, link } = letter;
  if (!letter.mayGo(change.record)) return change;
  const message = letter.write(kind, change.record, from);
  const { outreach } = readReach(change.record, participant);
  const record = changeReach(change.record, participant, { outreach: { ...outreach, lastContactAt: now } });
  return {
    ...change,
    record: { ...record, links: [...record.links, link] },
    facts: [...change.facts, { kind: 'link-sent', channel: message.channel, ...toAddressee(participant) }],
    outbox: [...(change.outbox ?? []), message],
  };
};
