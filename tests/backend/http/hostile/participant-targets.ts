/** What is written about others who take part: by agents, and by a customer who hands something over. */
import { base, json, keyed, type Targets } from '#tests/backend/http/hostile/target.ts';
import type { World } from '#tests/backend/http/hostile/start-world.ts';
import { agentCredential } from '#tests/support/create-test-backend.ts';

export function listParticipantTargets(world: World): Targets {
  const { own, other, asked, late, revoked, ended } = world;
  const { sessionId, guestId, givenId } = own;
  const [esign = '', papers = '', workflow = '', payment = '', handedIn = ''] = own.interactions;
  const agent = { ...keyed, credential: agentCredential, strangers: [own.token, late.token] };
  const ofGuest = {
    ...agent,
    params: { sessionId, participantId: guestId },
    foreign: [
      { sessionId, participantId: 'nobody' },
      { sessionId, participantId: esign },
      { sessionId: other.sessionId, participantId: guestId },
      { sessionId: 'nobodys', participantId: guestId },
    ],
  };
  const anna = { name: 'Anna', email: 'anna@example.org', phone: null };
  const customer = {
    ...keyed,
    credential: own.token,
    headers: json,
    strangers: [revoked.token, ended.token, late.token, agentCredential, asked.token, other.token],
  };
  const others = [papers, workflow, payment, handedIn, ...other.interactions].map((interactionId) => ({
    interactionId,
  }));
  const handedOver = { revision: 1, name: 'Anna', contact: { channel: 'email', email: anna.email }, note: '' };
  return {
    inviteParticipant: {
      ...agent,
      params: { sessionId },
      foreign: [{ sessionId: ended.sessionId }, { sessionId: esign }, { sessionId: 'nobodys' }],
      headers: json,
      input: { customer: anna, channel: 'email' },
      wrong: [
        ...keyed.wrong,
        { input: { customer: anna, channel: null } },
        { input: { customer: { ...anna, email: null }, channel: 'email' } },
        { input: { customer: { ...anna, email: 'guest@example.com' }, channel: 'email' } },
      ],
    },
    assignInteraction: {
      ...agent,
      params: { sessionId, interactionId: esign },
      foreign: [
        { sessionId, interactionId: other.interactions[0] ?? '' },
        { sessionId: other.sessionId, interactionId: esign },
        { sessionId: ended.sessionId, interactionId: esign },
      ],
      headers: json,
      input: { participant: guestId },
      wrong: [
        ...keyed.wrong,
        { input: { participant: 'nobody' } },
        { input: { participant: esign } },
        { params: { sessionId, interactionId: handedIn } },
      ],
    },
    resendToParticipant: ofGuest,
    reengageParticipant: {
      ...ofGuest,
      headers: json,
      input: { customer: anna, channel: 'email' },
      wrong: [...keyed.wrong, { input: { customer: { ...anna, email: null }, channel: 'email' } }],
    },
    revokeLinksOfParticipant: ofGuest,
    handOver: {
      ...customer,
      params: { interactionId: esign },
      foreign: [...others, { interactionId: givenId }],
      input: handedOver,
      wrong: [
        ...keyed.wrong,
        ...[0, 2, -1].map((revision) => ({ input: { ...handedOver, revision } })),
        { input: { ...handedOver, contact: { channel: 'email', email: 'cleo@example.com' } } },
        { input: { ...handedOver, contact: { channel: 'email', phone: '+48600700842' } } },
        { input: { ...handedOver, contact: { channel: 'post', email: anna.email } } },
        { input: { ...handedOver, name: ' ' } },
      ],
    },
    takeBack: {
      ...base,
      ...customer,
      params: { interactionId: givenId },
      foreign: [...others, { interactionId: esign }],
      input: { revision: 2 },
      wrong: [...keyed.wrong, ...[0, 1, 3].map((revision) => ({ input: { revision } }))],
    },
  };
}
