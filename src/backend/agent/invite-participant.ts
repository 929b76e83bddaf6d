/**
 * POST …/sessions/:sessionId/participants: somebody besides the customer takes part, by a link of their own (decision 038). They see what
 * is asked of them, who else takes part, and what is written from now on.
 */
import { inviteParticipant } from '#contract/endpoints/participation.ts';
import { participantIdSchema } from '#contract/ids.ts';
import { assertReachable } from '#backend/agent/assert-reachable.ts';
import { assertNotAnothers } from '#backend/agent/assert-not-anothers.ts';
import { assertRunning, letIn, loadEngaged } from '#backend/agent/let-in.ts';
import { agentInputRoute } from '#backend/http/route.ts';
import { admit, type Invitee } from '#backend/session/admit.ts';
import { deriveId, sha256Hex } from '#backend/session/hash.ts';
import { findParticipant } from '#backend/session/participants.ts';

/** A repeated request finds whom it invited the first time: their id is made from the key. */
export const inviteParticipantRoute = agentInputRoute(inviteParticipant, async (call) => {
  const { deps, input } = call;
  const engaged = await loadEngaged(call);
  const { record, key } = engaged;
  assertReachable(input, engaged.policy);
  const id = participantIdSchema.parse(await deriveId(`${record.id} participant`, key));
  const { language = 'en', ...person } = input.customer;
  const invitee: Invitee = { id, ...person, language, channel: input.channel };
  const known = findParticipant(record, id);
  const invited = known ? { record, participant: known } : admit(record, invitee, deps.now());
  const { url } = await letIn(call, engaged, {
    intent: `invite:${await sha256Hex(JSON.stringify(input))}`,
    invited: { record: invited.record, customer: invited.participant },
    decide: (current) => {
      assertRunning(current);
      assertNotAnothers(current, invitee);
      return {
        record: admit(current, invitee, deps.now()).record,
        facts: [{ kind: 'participant-invited', to: invitee.name }],
      };
    },
  });
  return { participantId: id, url };
});
