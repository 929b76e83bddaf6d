/**
 * Tickets: links to one file that a browser follows by itself, for downloads that no page has to hold in memory. A ticket is kept in its session,
 * as a hash, so every process of a host knows it, and it dies with the link it was made with, with the session, with consent.
 */
import { createFileTicket, getTicketFile } from '#contract/endpoints/interaction.ts';
import { toPath } from '#contract/endpoints/define-endpoint.ts';
import { sessionIdSchema } from '#contract/ids.ts';
import { AppError } from '#backend/app-error.ts';
import { findFile } from '#backend/customer/files.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { assertVisitor, resolveLinkHolder } from '#backend/http/caller.ts';
import { route } from '#backend/http/route.ts';
import { toFileResponse } from '#backend/http/to-file-response.ts';
import { changeSession } from '#backend/session/change-session.ts';
import { readFile } from '#backend/session/files.ts';
import { sha256Hex } from '#backend/session/hash.ts';
import { toActor } from '#backend/session/participants.ts';
import { toInstant } from '#backend/session/project-session.ts';
import { resolveRecordGate } from '#backend/session/resolve-record-gate.ts';
import type { SessionRecord, StoredTicket } from '#backend/session/session-record.ts';

/** Milliseconds. */
const lifetime = 60_000;
/** Note: phones ask twice, download managers fetch a file in parts. */
const uses = 16;
const maxTickets = 100;

export const createFileTicketRoute = route(createFileTicket, async ({ deps, request, params }) => {
  const visitor = await assertVisitor(deps, request);
  const file = await findFile(deps, visitor, params['fileId']);
  if (!file) throw new AppError('not-found');
  const now = deps.now();
  const expiresAt = now + lifetime;
  if (!deps.servesLinks) return { path: null, expiresAt: toInstant(expiresAt) };

  const { record, link, participant } = visitor;
  const secret = deps.createToken();
  const ticket = {
    secretHash: await sha256Hex(secret),
    file: file.id,
    linkHash: link.tokenHash,
    expiresAt,
    usesLeft: uses,
  };
  await changeSession(deps, {
    sessionId: record.id,
    actor: toActor(participant),
    key: null,
    intent: 'create-ticket',
    decide: (current) => {
      const valid = (current.tickets ?? []).filter((known) => known.expiresAt > now);
      return { record: { ...current, tickets: [...valid, ticket].slice(-maxTickets) }, facts: [] };
    },
  });
  return { path: toPath(getTicketFile.path, { ticket: `${record.id}.${secret}` }), expiresAt: toInstant(expiresAt) };
});

export const getTicketFileRoute = route(getTicketFile, async ({ deps, request, params }) => {
  const [id = '', secret = ''] = (params['ticket'] ?? '').split('.');
  const { file, record, secretHash } = await assertTicket(deps, id, secret);
  const bytes = await readFile(deps, file.id);
  await changeSession(deps, {
    sessionId: record.id,
    actor: { kind: 'system', name: 'ticket' },
    key: null,
    intent: 'use-ticket',
    decide: (current) => {
      const ticket = findTicket(current, secretHash, deps.now());
      if (!ticket) throw new AppError('ticket-unknown');
      return { record: useOnce(current, ticket), facts: [] };
    },
  });
  return toFileResponse(request, file, bytes);
});

/** The ticket's file, past every gate that its customer would have to pass now. @throws `ticket-unknown`, whatever the reason. */
async function assertTicket(deps: BackendDeps, id: string, secret: string) {
  const sessionId = sessionIdSchema.safeParse(id);
  const record = sessionId.success ? await deps.store.loadSession(sessionId.data) : undefined;
  const secretHash = await sha256Hex(secret);
  const ticket = record && findTicket(record, secretHash, deps.now());
  const holder = ticket && resolveLinkHolder(record, ticket.linkHash);
  const file = holder && (await findFile(deps, holder, ticket.file));
  if (!file || (await resolveRecordGate(deps, holder, 'visiting')).gate.kind !== 'open') {
    throw new AppError('ticket-unknown');
  }
  return { file, record, secretHash };
}

/** Note: what is compared is a hash, so how long it takes says nothing about the secret. */
const findTicket = ({ tickets = [] }: SessionRecord, secretHash: string, now: number): StoredTicket | undefined =>
  tickets.find((ticket) => ticket.secretHash === secretHash && ticket.expiresAt > now && ticket.usesLeft > 0);

const useOnce = (record: SessionRecord, used: StoredTicket): SessionRecord => ({
  ...record,
  tickets: (record.tickets ?? []).map((ticket) =>
    ticket === used ? { ...ticket, usesLeft: ticket.usesLeft - 1 } : ticket,
  ),
});
