/** Every endpoint this backend answers. `tests/backend/routes.test.ts` holds it against the endpoint table. */
import { agentFeedRoute } from '#backend/agent/agent-feed.ts';
import { getAgentSessionRoute, getSessionTrailRoute } from '#backend/agent/agent-session.ts';
import { assignInteractionRoute } from '#backend/agent/assign-interaction.ts';
import { addAttachmentRoute } from '#backend/agent/attachments.ts';
import { addDocumentRoute, addLogoRoute } from '#backend/agent/documents.ts';
import { inviteParticipantRoute } from '#backend/agent/invite-participant.ts';
import { listSessionsRoute } from '#backend/agent/list-sessions.ts';
import { cancelMessageRoute, listOutboxRoute, retryMessageRoute } from '#backend/agent/outbox.ts';
import { cancelPlanRoute, changePlanRoute } from '#backend/agent/plan.ts';
import { reassignSessionRoute } from '#backend/agent/reassign-session.ts';
import { reengageParticipantRoute, reengageRoute } from '#backend/agent/reengage.ts';
import { reportActivityRoute } from '#backend/agent/report-activity.ts';
import { reopenSessionRoute } from '#backend/agent/reopen-session.ts';
import { resendInvitationRoute, resendToParticipantRoute } from '#backend/agent/resend-invitation.ts';
import { revokeLinksOfParticipantRoute, revokeLinksRoute } from '#backend/agent/revoke-links.ts';
import { getAgentFileRoute, readSessionResultsRoute } from '#backend/agent/session-results.ts';
import { saveSystemSettingsRoute, saveTeamSettingsRoute, setPresenceRoute } from '#backend/agent/settings.ts';
import { startPlannedSessionRoute } from '#backend/agent/start-planned-session.ts';
import { startSessionRoute } from '#backend/agent/start-session.ts';
import { getStartTermsRoute } from '#backend/agent/start-terms.ts';
import {
  acceptInteractionRoute,
  addInteractionRoute,
  endSessionRoute,
  renameInteractionRoute,
  returnInteractionRoute,
  sendAgentMessageRoute,
  signalAgentTypingRoute,
  withdrawInteractionRoute,
} from '#backend/agent/steer-session.ts';
import { getDocumentRequestRoute, removeFileRoute, submitDocumentsRoute } from '#backend/customer/document-requests.ts';
import { enterRoute } from '#backend/customer/enter.ts';
import { declineRoute } from '#backend/customer/esign-decline.ts';
import { getEsignRoute, saveEsignDraftRoute } from '#backend/customer/esign-draft.ts';
import { signRoute } from '#backend/customer/esign-sign.ts';
import { feedRoute } from '#backend/customer/feed.ts';
import { createFileTicketRoute, getTicketFileRoute } from '#backend/customer/file-tickets.ts';
import { getFileRoute } from '#backend/customer/files.ts';
import { getLogoRoute } from '#backend/customer/get-logo.ts';
import { getSessionRoute } from '#backend/customer/get-session.ts';
import { giveConsentRoute } from '#backend/customer/give-consent.ts';
import { handOverRoute, takeBackRoute } from '#backend/customer/hand-over.ts';
import { listMessagesRoute, sendMessageRoute, signalTypingRoute } from '#backend/customer/messages.ts';
import { startCheckoutRoute } from '#backend/customer/payment-checkout.ts';
import { settlePaymentRoute } from '#backend/customer/payment-settle.ts';
import { requestNewLinkRoute } from '#backend/customer/request-new-link.ts';
import {
  appendToUploadRoute,
  createUploadRoute,
  endUploadRoute,
  getUploadOffsetRoute,
} from '#backend/customer/uploads.ts';
import { getWorkflowRoute, removeAnswerFileRoute } from '#backend/customer/workflow-content.ts';
import { saveWorkflowDraftRoute } from '#backend/customer/workflow-draft.ts';
import { submitAnswersRoute } from '#backend/customer/workflow-submit.ts';
import type { Route } from '#backend/http/route.ts';
import { describeApiRoute } from '#backend/openapi/describe-api-route.ts';
import { signOutEverywhereRoute, signOutRoute, whoAmIRoute } from '#backend/people/account.ts';
import { addPersonRoute, changePersonRoute, createPasswordLinkRoute, listPeopleRoute } from '#backend/people/people.ts';
import { setPasswordRoute, signInRoute } from '#backend/people/sign-in.ts';
import { listTeamsRoute, saveTeamRoute } from '#backend/people/teams.ts';
import { decideSandboxCheckoutRoute, getSandboxCheckoutRoute } from '#backend/payments/sandbox-routes.ts';
import {
  changeSystemSettingsRoute,
  changeTeamSettingsRoute,
  getSessionPreferencesRoute,
  getSystemPreferencesRoute,
  getTeamPreferencesRoute,
  readSystemSettingsLogRoute,
  readTeamSettingsLogRoute,
} from '#backend/settings/preferences.ts';
import { addApiKeyRoute, listApiKeysRoute, revokeApiKeyRoute } from '#backend/systems/api-keys.ts';
import {
  addWebhookRoute,
  changeWebhookRoute,
  listWebhookDeliveriesRoute,
  listWebhooksRoute,
  pingWebhookRoute,
  redeliverWebhookRoute,
  removeWebhookRoute,
} from '#backend/systems/webhooks.ts';

export const routes: readonly Route[] = [
  describeApiRoute,
  enterRoute,
  getSessionRoute,
  giveConsentRoute,
  requestNewLinkRoute,
  feedRoute,
  getLogoRoute,
  getFileRoute,
  createFileTicketRoute,
  getTicketFileRoute,
  listMessagesRoute,
  signalTypingRoute,
  sendMessageRoute,
  getDocumentRequestRoute,
  submitDocumentsRoute,
  removeFileRoute,
  createUploadRoute,
  getUploadOffsetRoute,
  appendToUploadRoute,
  endUploadRoute,
  startCheckoutRoute,
  settlePaymentRoute,
  getSandboxCheckoutRoute,
  decideSandboxCheckoutRoute,
  getWorkflowRoute,
  saveWorkflowDraftRoute,
  removeAnswerFileRoute,
  submitAnswersRoute,
  getEsignRoute,
  saveEsignDraftRoute,
  signRoute,
  declineRoute,
  handOverRoute,
  takeBackRoute,
  signInRoute,
  setPasswordRoute,
  whoAmIRoute,
  signOutRoute,
  signOutEverywhereRoute,
  listPeopleRoute,
  addPersonRoute,
  changePersonRoute,
  createPasswordLinkRoute,
  listTeamsRoute,
  saveTeamRoute,
  listSessionsRoute,
  startSessionRoute,
  startPlannedSessionRoute,
  getStartTermsRoute,
  addDocumentRoute,
  addLogoRoute,
  addInteractionRoute,
  withdrawInteractionRoute,
  returnInteractionRoute,
  acceptInteractionRoute,
  sendAgentMessageRoute,
  addAttachmentRoute,
  signalAgentTypingRoute,
  endSessionRoute,
  getAgentSessionRoute,
  agentFeedRoute,
  getSessionTrailRoute,
  readSessionResultsRoute,
  getAgentFileRoute,
  listOutboxRoute,
  retryMessageRoute,
  cancelMessageRoute,
  renameInteractionRoute,
  resendInvitationRoute,
  reengageRoute,
  revokeLinksRoute,
  inviteParticipantRoute,
  assignInteractionRoute,
  resendToParticipantRoute,
  reengageParticipantRoute,
  revokeLinksOfParticipantRoute,
  reopenSessionRoute,
  changePlanRoute,
  cancelPlanRoute,
  reassignSessionRoute,
  setPresenceRoute,
  reportActivityRoute,
  saveSystemSettingsRoute,
  saveTeamSettingsRoute,
  getSystemPreferencesRoute,
  getTeamPreferencesRoute,
  changeSystemSettingsRoute,
  changeTeamSettingsRoute,
  readSystemSettingsLogRoute,
  readTeamSettingsLogRoute,
  getSessionPreferencesRoute,
  listApiKeysRoute,
  addApiKeyRoute,
  revokeApiKeyRoute,
  listWebhooksRoute,
  addWebhookRoute,
  changeWebhookRoute,
  removeWebhookRoute,
  pingWebhookRoute,
  listWebhookDeliveriesRoute,
  redeliverWebhookRoute,
];
