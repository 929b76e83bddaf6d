/** GET /api/esigns/:interactionId and PUT …/draft: what is to be signed, and what was entered so far (never ink). */
import { getEsign, saveEsignDraft } from '#contract/endpoints/esign.ts';
import type { EsignContent, EsignDraft } from '#contract/esign.ts';
import { listFieldsOf } from '#domain/esign-fields.ts';
import { AppError } from '#backend/app-error.ts';
import { assertVisitor } from '#backend/http/caller.ts';
import { inputRoute, route } from '#backend/http/route.ts';
import {
  assertActionable,
  findInteraction,
  markStarted,
  replaceInteraction,
} from '#backend/session/change-interaction.ts';
import { changeSession } from '#backend/session/change-session.ts';
import { toActor } from '#backend/session/participants.ts';
import { nextDraft, projectDraft, toDraftReceipt } from '#backend/session/save-draft.ts';
import type { StoredEsign, StoredParticipant } from '#backend/session/session-record.ts';

export const getEsignRoute = route(getEsign, async ({ deps, request, params }) => {
  const { record, participant } = await assertVisitor(deps, request);
  const esign = findInteraction(record, participant, 'esign', params['interactionId']);
  return projectEsign(esign, participant);
});

/** Only this participant's fields leave the backend. */
const projectEsign = (
  { kind, id, revision, document, fields, canDecline, draft }: StoredEsign,
  { number }: StoredParticipant,
): EsignContent => ({
  kind,
  id,
  revision,
  document,
  fields: listFieldsOf(fields, number),
  canDecline,
  draft: projectDraft(draft),
});

export const saveEsignDraftRoute = inputRoute(saveEsignDraft, async ({ deps, request, params, input }) => {
  const { record, participant, access } = await assertVisitor(deps, request);
  const { id } = findInteraction(record, participant, 'esign', params['interactionId']);
  const changed = await changeSession(deps, {
    sessionId: record.id,
    actor: toActor(participant),
    key: null,
    intent: `esign-draft:${id}`,
    decide: (current) => {
      const esign = findInteraction(current, participant, 'esign', id);
      assertActionable(esign, access, null);
      const content = keepOwnValues(esign, participant, input.content);
      const draft = nextDraft(esign.draft, { ...input, content }, deps.now());
      const isFirst = esign.status === 'new';
      return {
        record: replaceInteraction(current, { ...markStarted(esign), draft }),
        facts: isFirst ? [{ kind: 'interaction-started', interaction: esign.id }] : [],
      };
    },
  });
  const { draft } = findInteraction(changed, participant, 'esign', id);
  if (!draft) throw new AppError('not-actionable');
  return toDraftReceipt(draft);
});

/** A draft holds only values of fields that this customer may fill in; anything else would only be carried along. */
function keepOwnValues(esign: StoredEsign, { number }: StoredParticipant, { values }: EsignDraft): EsignDraft {
  const editable = listFieldsOf(esign.fields, number).filter(({ readOnly }) => !readOnly);
  const kept = editable.flatMap(({ id }) => {
    const value = values[id];
    return value ? [[id, value] as const] : [];
  });
  return { values: Object.fromEntries(kept) };
}
