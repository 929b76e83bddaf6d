/** POST /api/new-link: sends a fresh link over the engagement channel. The old one stays as dead as it was. */
import { requestNewLink } from '#contract/endpoints/entry.ts';
import { linkLifetime } from '#domain/entry-gates.ts';
import { AppError } from '#backend/app-error.ts';
import { findLinkHolder, readKey } from '#backend/http/caller.ts';
import { route } from '#backend/http/route.ts';
import { issueLink } from '#backend/messages/issue-link.ts';
import { resolveAddress, resolveNewLinkOffer } from '#backend/messages/new-link.ts';
import { changeSession } from '#backend/session/change-session.ts';
import { resolveRecordGate } from '#backend/session/resolve-record-gate.ts';

export const requestNewLinkRoute = route(requestNewLink, async ({ deps, request }) => {
  const key = readKey(request);
  const holder = await findLinkHolder(deps, request);
  const { policy, gate } = await resolveRecordGate(deps, holder, 'entering');
  if (gate.kind !== 'cannot-enter') throw new AppError('not-allowed');
  if (gate.code !== 'link-expired') throw new AppError(gate.code);
  const address = resolveAddress(holder, policy);
  if (!address) throw new AppError('channel-not-allowed');

  const { participant } = holder;
  const { link, url } = await issueLink(deps, participant.id, linkLifetime(policy));
  const messageId = deps.createId();
  const record = await changeSession(deps, {
    sessionId: holder.record.id,
    actor: { kind: 'customer', name: participant.name },
    key,
    intent: 'new-link',
    decide: (current) => {
      const offer = resolveNewLinkOffer({ ...holder, record: current }, policy, deps.now());
      if (offer && offer.coolDown > 0) throw new AppError('too-soon', { retryAfter: offer.coolDown });
      return {
        record: { ...current, links: [...current.links, link], newLinkSentAt: deps.now() },
        facts: [{ kind: 'link-sent', channel: address.channel }],
        outbox: [
          {
            id: messageId,
            sessionId: current.id,
            kind: 'new-link',
            ...address,
            companyName: policy.branding.companyName.value,
            recipientName: participant.name,
            url,
            createdAt: deps.now(),
          },
        ],
      };
    },
  });
  const offer = resolveNewLinkOffer({ ...holder, record }, policy, deps.now());
  if (!offer) throw new AppError('channel-not-allowed');
  return offer;
});
