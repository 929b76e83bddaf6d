/** Where text messages are off: every endpoint that could name a phone as the way to a customer, by what the contract says of it. */
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

import { endSession, getStartTerms, startPlannedSession, startSession } from '#contract/endpoints/agent.ts';
import { getAgentSession } from '#contract/endpoints/agent-session.ts';
import { allEndpoints } from '#contract/endpoints/all-endpoints.ts';
import type { Endpoint } from '#contract/endpoints/define-endpoint.ts';
import { changePlan, reengage, reopenSession, resendInvitation } from '#contract/endpoints/engagement.ts';
import { getEntry, requestNewLink } from '#contract/endpoints/entry.ts';
import { handOver } from '#contract/endpoints/hand-over.ts';
import { listOutbox, retryMessage } from '#contract/endpoints/outbox.ts';
import { inviteParticipant, reengageParticipant, resendToParticipant } from '#contract/endpoints/participation.ts';
import { day, type Followed, followMessages } from '#tests/backend/messages/follow-messages.ts';
import { testTeam } from '#tests/support/create-test-backend.ts';
import { openOffice } from '#tests/support/open-office.ts';
import { buildEsign, buildPayment, buildPdf } from '#tests/support/sample-interactions.ts';
import { buildSessionInput, readCode } from '#tests/support/start-session.ts';

const byText = { channel: 'sms' } as const;
const off = { textMessages: false };

/** A session by phone of the time when text messages were on, which are off by now; whoever asks has no link to pass on. */
async function openDesk() {
  const office = await openOffice();
  const document = await office.agent.addDocument(await buildPdf());
  const interactions = [buildPayment(), buildEsign(document)];
  const desk = await followMessages({ ...byText, interactions, settings: { reassign: true } }, office);
  const guest = await desk.asAgent(inviteParticipant, {
    params: { sessionId: desk.sessionId },
    input: { customer: { name: 'Gita', email: null, phone: '+48600700844' }, ...byText },
  });
  const { participantId } = inviteParticipant.output.parse(await guest.json());
  const asAgent = await office.signInAs((await office.employ('Samir', 'supervisor')).email);
  const planned = await asAgent(startSession, { input: buildSessionInput({ ...byText, when: 'planned' }) });
  const plannedId = startSession.output.parse(await planned.json()).sessionId;
  const page = listOutbox.output.parse(await (await asAgent(listOutbox)).json());
  await desk.agent.saveTeamSettings(testTeam, off);
  return {
    ...desk,
    participantId,
    asAgent,
    plannedId,
    messageId: page.messages[0]?.id ?? '',
    params: { sessionId: desk.sessionId },
  };
}
type Desk = Awaited<ReturnType<typeof openDesk>>;

/** Each asks for a text message in every way that its endpoint knows. */
const refusals: Readonly<Record<string, readonly ((desk: Desk) => Promise<Response>)[]>> = {
  startSession: [
    ({ asAgent }) => asAgent(startSession, { input: buildSessionInput(byText) }),
    ({ asAgent }) => asAgent(startSession, { input: buildSessionInput({ ...byText, when: 'planned' }) }),
    ({ asAgent }) =>
      asAgent(startSession, { input: buildSessionInput({ ...byText, settings: { embeddedSession: true } }) }),
    ({ asAgent }) =>
      asAgent(startSession, { input: buildSessionInput({ ...byText, settings: { reengagement: 'continue' } }) }),
  ],
  startPlannedSession: [({ asAgent, plannedId }) => asAgent(startPlannedSession, { params: { sessionId: plannedId } })],
  reengage: [
    ({ asAgent, params }) =>
      asAgent(reengage, {
        params,
        input: { customer: { name: 'Cleo', email: null, phone: '+48600700843' }, ...byText },
      }),
  ],
  changePlan: [
    ({ asAgent, plannedId }) =>
      asAgent(changePlan, {
        params: { sessionId: plannedId },
        input: { customer: { name: 'Cleo', email: null, phone: '+48600700843', language: 'en' }, ...byText },
      }),
  ],
  resendInvitation: [({ asAgent, params }) => asAgent(resendInvitation, { params })],
  inviteParticipant: [
    ({ asAgent, params }) =>
      asAgent(inviteParticipant, {
        params,
        input: { customer: { name: 'Anna', email: 'anna@example.com', phone: '+48600700845' }, ...byText },
      }),
  ],
  resendToParticipant: [
    ({ asAgent, params, participantId }) => asAgent(resendToParticipant, { params: { ...params, participantId } }),
  ],
  reengageParticipant: [
    ({ asAgent, params, participantId }) =>
      asAgent(reengageParticipant, {
        params: { ...params, participantId },
        input: { customer: { name: 'Gita', email: null, phone: '+48600700846' }, ...byText },
      }),
  ],
  handOver: [
    ({ customer, interactions }) =>
      customer(handOver, {
        params: { interactionId: interactions[1] ?? '' },
        input: { revision: 1, name: 'Anna', contact: { channel: 'sms', phone: '+48600700845' }, note: '' },
      }),
  ],
  retryMessage: [({ asAgent, params, messageId }) => asAgent(retryMessage, { params: { ...params, messageId } })],
  requestNewLink: [
    async ({ customer, pass }) => {
      pass(8 * day);
      return customer(requestNewLink);
    },
  ],
};

const endpoints: readonly [string, Endpoint][] = Object.entries<Endpoint>(allEndpoints);
const isSchema = (input: Endpoint['input']): input is Exclude<Endpoint['input'], 'bytes' | null> =>
  input !== null && typeof input === 'object';

/** Whether what is sent to it says over which channel a customer is written to. Settings, which turn it off, do not. */
const namesChannel = ({ input }: Endpoint): boolean =>
  isSchema(input) && JSON.stringify(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })).includes('"sms"');

describe('Where text messages are off', () => {
  it('every endpoint that names a channel, or may be refused one, is asked here', () => {
    const named = endpoints.flatMap(([name, line]) =>
      namesChannel(line) || line.errors.some((code) => code === 'channel-not-allowed') ? [name] : [],
    );
    expect(Object.keys(refusals).toSorted()).toEqual(named.toSorted());
  });

  it.each(Object.entries(refusals))('%s refuses every text message with its code', async (_, ways) => {
    for (const ask of ways) {
      const desk = await openDesk();
      const before = await desk.deps.store.listOutbox();
      expect(await readCode(ask(desk))).toBe('channel-not-allowed');
      expect(await desk.deps.store.listOutbox()).toEqual(before);
    }
  });

  it('nobody is offered one: not whoever starts a session or looks at one, not in the outbox, not a customer whose link ran out', async () => {
    const { asAgent, customer, params, pass } = await openDesk();
    const terms = await asAgent(getStartTerms, { params: { teamId: testTeam } });
    expect(getStartTerms.output.parse(await terms.json()).textMessages).toBe(false);
    const seen = await asAgent(getAgentSession, { params });
    expect(getAgentSession.output.parse(await seen.json()).allows.textMessages).toBe(false);
    const { messages } = listOutbox.output.parse(await (await asAgent(listOutbox)).json());
    expect(messages).toMatchObject(['Cleo Customer', 'Gita'].map(() => ({ channel: 'sms', canRetry: false })));
    pass(8 * day);
    expect(await (await customer(getEntry)).json()).toMatchObject({ code: 'link-expired', newLink: null });
  });

  it('and none is written by itself: no news, no reminder, no invitation to what is open again', async () => {
    const desk = await openDesk();
    await desk.agent.saveTeamSettings(testTeam, { ...off, reminders: { on: true } });
    await actUponIt(desk);
    expect((await desk.listMessages()).map(({ kind }) => kind)).toEqual(['invitation', 'invitation']);
  });

  it('whereas all of this is done where they are on', async () => {
    const desk = await openDesk();
    await desk.agent.saveTeamSettings(testTeam, { reminders: { on: true } });
    await actUponIt(desk);
    const kinds = (await desk.listMessages()).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['invitation', 'news', 'reminder']));
    for (const ways of Object.values(refusals)) {
      for (const ask of ways) {
        const other = await openDesk();
        await other.agent.saveTeamSettings(testTeam, {});
        expect(await readCode(ask(other))).toBe('ok');
      }
    }
  });
});

/** Everything that an agent does and a customer is told of. */
async function actUponIt({ agent, asAgent, sessionId, later }: Followed): Promise<void> {
  await agent.addInteraction(sessionId, buildPayment('Another fee'));
  await agent.sendMessage(sessionId, 'Are you there?');
  await later(3 * day);
  await asAgent(endSession, { params: { sessionId } });
  await asAgent(reopenSession, { params: { sessionId } });
}
