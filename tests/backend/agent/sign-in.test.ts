import { describe, expect, it } from 'vitest';
import type { StartSessionInput } from '#contract/agent.ts';
import {
  acceptInteraction,
  addDocument,
  addInteraction,
  addLogo,
  endSession,
  returnInteraction,
  saveSystemSettings,
  saveTeamSettings,
  sendAgentMessage,
  setPresence,
  startSession,
  withdrawInteraction,
} from '#contract/endpoints/agent.ts';
import { getSession } from '#contract/endpoints/entry.ts';
import type { InteractionStatus } from '#contract/interaction.ts';
import { sessionSchema } from '#contract/session.ts';
import type { StoredInteraction } from '#backend/session/session-record.ts';
import { changeRecord } from '#backend/scenarios/change-record.ts';
import { createTestBackend } from '#tests/support/create-test-backend.ts';
import { buildPayment } from '#tests/support/sample-interactions.ts';
import {
  buildSessionInput,
  createCaller,
  readCode,
  readProblem,
  startTestSession,
} from '#tests/support/start-session.ts';

type Session = Awaited<ReturnType<typeof startTestSession>>;

const readSession = async ({ customer }: Pick<Session, 'customer'>) =>
  sessionSchema.parse(await (await customer(getSession)).json());

/** A session whose only interaction is in this state. */
async function startWith(input: StartSessionInput['interactions'][number], status: InteractionStatus = 'new') {
  const session = await startTestSession({ interactions: [input] });
  await changeRecord(session.deps, session.sessionId, ({ interactions }) => ({
    interactions: interactions.map((item): StoredInteraction => ({ ...item, status })),
  }));
  const [interactionId] = session.interactions;
  if (!interactionId) throw new Error('Failed to start with an interaction.');
  const params = { sessionId: session.sessionId, interactionId };
  const current = async () => (await readSession(session)).interactions[0];
  return { ...session, interactionId, params, current };
}

describe('Whoever is not signed in', () => {
  const nobody = () => createCaller(createTestBackend().backend, null);
  const params = { sessionId: 'session-1', interactionId: 'interaction-1', teamId: 'team-1' };

  it.each([
    ['starts no session', startSession, buildSessionInput()],
    ['adds nothing', addInteraction, buildPayment()],
    ['withdraws nothing', withdrawInteraction, { reason: '' }],
    ['returns nothing', returnInteraction, { reason: 'Blurred', items: {} }],
    ['accepts nothing', acceptInteraction, undefined],
    ['writes nothing', sendAgentMessage, { text: 'Hello' }],
    ['ends nothing', endSession, undefined],
    ['is nowhere', setPresence, { connected: true }],
    ['sets nothing for the system', saveSystemSettings, {}],
    ['sets nothing for a team', saveTeamSettings, {}],
    ['brings no document', addDocument, undefined],
    ['brings no logo', addLogo, undefined],
  ])('%s', async (_, endpoint, input) => {
    const response = await nobody()(endpoint, { params, input });
    expect(response.status).toBe(401);
    expect((await readProblem(response)).code).toBe('not-signed-in');
  });

  it("is not signed in by a customer's link either", async () => {
    const { customer, params: path } = await startWith(buildPayment());
    expect(await readCode(customer(endSession, { params: path }))).toBe('not-signed-in');
  });
});
