/** What the endpoint table does not say of an endpoint: what it is for, and what goes over the wire besides JSON. */
import type { EndpointName } from '#contract/endpoints/all-endpoints.ts';
import type { Header } from '#backend/openapi/headers.ts';

export type OperationNotes = {
  summary: string;
  description?: string;
  /** Headers of the request, all of them needed. */
  sends?: readonly Header[];
  /** Media type of bytes that go in. */
  takes?: string;
  /** Media type of bytes that come out. */
  gives?: string;
  /** Where it is not 200 with what the table says, or 204 with nothing. */
  success?: { status: 200 | 201 | 204 | 303; headers: readonly Header[] };
};

const tus = { sends: ['Tus-Resumable'], success: { status: 204, headers: ['Tus-Resumable'] } } as const;

const savingSettings =
  'What is absent from `settings` is inherited. `version`: what reading it said. When somebody changed it since, nothing is saved (`settings-changed`): read it anew.';
const changingSettings =
  'All of the changes or none. `from` is what the writer saw: a setting that has another value by now is refused with 409 and named in ' +
  '`fields`; other settings may have changed meanwhile. `null` inherits. Asked again, it does no harm.';

const typing =
  'Kept nowhere: whoever follows the session is told, and stops believing it after six seconds. Say it at most every three.';

export const operations: Readonly<Record<EndpointName, OperationNotes>> = {
  getApiDescription: { summary: 'This description' },

  getEntry: {
    summary: 'Everything the first screen needs, or why there is none',
    description: 'Has no side effect, however often it is asked.',
  },
  getSession: { summary: 'The session as it is now' },
  giveConsent: { summary: 'Agrees to the text of the business, or does not' },
  requestNewLink: { summary: 'Asks for a new link in place of one that has expired' },
  getFeed: {
    summary: 'What happens, as it happens',
    description:
      'Server-sent events. The `data` of each is one `LiveEvent` as JSON; those with a number have it as `id`. Everything after `after` comes ' +
      'first: its messages, then the session as it is now. Resume with the number of the last session received. A comment comes every 15 ' +
      'seconds; whoever hears nothing for 40 seconds should come back, and so should whoever is let go.',
    gives: 'text/event-stream',
  },
  getLogo: { summary: 'The logo of a business', gives: 'image/*' },
  getFile: {
    summary: 'The bytes of a file that the session names',
    gives: '*/*',
    success: { status: 200, headers: ['Content-Disposition'] },
  },
  createFileTicket: {
    summary: 'A link to the bytes of a file that a browser follows by itself',
    description:
      'Good for a minute and a few requests. Where plain links reach nothing, `path` is null: fetch the file.',
  },
  getTicketFile: {
    summary: 'The bytes of the file that a ticket is for',
    description: 'One part of it where `Range` asks for one.',
    gives: '*/*',
    success: { status: 200, headers: ['Content-Disposition'] },
  },

  listMessages: { summary: 'The messages, oldest first' },
  sendMessage: {
    summary: 'Writes to the agent',
    description: '`attachments`: uploads that are whole, begun with `purpose` `message`.',
  },
  signalTyping: { summary: 'Says that the customer is writing', description: typing },

  getDocumentRequest: { summary: 'The papers that are asked for, and what was uploaded' },
  submitDocuments: { summary: 'Hands the papers in' },
  removeFile: { summary: 'Takes one file off an item' },
  handOver: {
    summary: 'Says that somebody else has to sign',
    description:
      'Where the business allows it. They are invited by a message with a link of their own, and the document is theirs. What was entered is ' +
      'kept for whoever hands it over, who sees whom it waits for.',
  },
  takeBack: { summary: 'Takes a document back before the other has begun' },
  createUpload: {
    summary: 'Begins a resumable upload (tus 1.0)',
    description:
      'The same Idempotency-Key gives the same upload. `Upload-Metadata` names the item (`interactionId`, `itemId`), or `purpose` `message` for a file ' +
      'that is to be sent with a message, and the `filename`.',
    sends: ['Tus-Resumable', 'Upload-Length', 'Upload-Metadata'],
    success: { status: 201, headers: ['Tus-Resumable', 'Location'] },
  },
  getUploadOffset: {
    ...tus,
    summary: 'How much of an upload has arrived (tus 1.0)',
    success: { status: 200, headers: ['Tus-Resumable', 'Upload-Offset', 'Upload-Length'] },
  },
  appendToUpload: {
    summary: 'The next bytes of an upload (tus 1.0)',
    description:
      'With the last byte the upload becomes a file of its item, or one that can be sent with a message. What it is, is read from the bytes.',
    sends: ['Tus-Resumable', 'Upload-Offset'],
    takes: 'application/offset+octet-stream',
    success: { status: 204, headers: ['Tus-Resumable', 'Upload-Offset'] },
  },
  endUpload: { ...tus, summary: 'Gives an upload up that is not finished, or not sent (tus 1.0)' },

  getEsign: { summary: 'A document to sign: its fields, and what was filled in' },
  saveEsignDraft: { summary: 'Saves what was filled in' },
  sign: { summary: 'Signs the document' },
  decline: { summary: 'Declines to sign' },

  getWorkflow: { summary: 'The questions, and what was answered' },
  removeAnswerFile: { summary: 'Takes a file off a question again' },
  saveWorkflowDraft: { summary: 'Saves answers, right or wrong' },
  submitAnswers: { summary: 'Hands the answers in' },

  startCheckout: {
    summary: 'Where to pay',
    description: 'Asked again while nothing is decided, it is the same place.',
  },
  settlePayment: { summary: 'How the payment ended' },
  getSandboxCheckout: {
    summary: 'The page of the sandbox provider',
    description: 'Stands for the page of a payment provider; no money moves.',
    gives: 'text/html',
  },
  decideSandboxCheckout: {
    summary: 'What the form of that page sends: `outcome=paid|declined|cancelled|failed`',
    takes: 'application/x-www-form-urlencoded',
    success: { status: 303, headers: ['Location'] },
  },

  signIn: {
    summary: 'Signs in',
    description:
      'The `token` is the bearer of everything else. A page of this very host gets a cookie instead, which it cannot read, and no token. After ' +
      'some wrong passwords the account waits, longer each time: 429, whether anybody has that email or not.',
  },
  setPassword: {
    summary: 'Sets a password by a link that works once',
    description:
      'The `token` is what the link carries behind `#`. At least 12 characters, and not the email. Everything this person was signed in with is over.',
  },
  whoAmI: { summary: 'Who is signed in' },
  signOut: { summary: 'Signs out here' },
  signOutEverywhere: { summary: 'Signs out here and everywhere else' },
  listPeople: { summary: 'The people that the caller may see' },
  addPerson: {
    summary: 'Adds a person',
    description: 'The link in the answer sets their password; it is told once and kept by nobody.',
  },
  changePerson: {
    summary: 'Changes a person, all of it at once',
    description:
      'Whoever is disabled is signed out. `seen` is what the change was made from: `person-changed` when it is no longer so.',
  },
  createPasswordLink: { summary: 'A new link that sets their password, in place of the one before' },
  listTeams: { summary: 'The teams that the caller may see' },
  saveTeam: {
    summary: 'Adds a team, or gives it another name',
    description:
      '`seen` is the name that the change was made from, null for a new team: `team-changed` when it is called otherwise by now. No two have the same name.',
  },
  listSessions: {
    summary: 'Sessions, newest first, page by page',
    description: 'An agent sees their own, a supervisor those of their teams as well, an administrator all.',
  },

  startSession: {
    summary: 'Starts a session with a customer, or plans one',
    description:
      'With `reengagement: continue` a customer who was here before finds their earlier session, open again, with what is added now: ' +
      '`engagement` says which. The link in the answer is told once and kept by nobody but its customer.',
  },
  startPlannedSession: {
    summary: 'Starts what was planned',
    description: 'Now the customer is invited and may come in; everything that starting asks is asked again.',
  },
  getStartTerms: {
    summary: 'What holds for a session with the settings of this team, and what keeps the caller from one',
  },
  addDocument: { summary: 'Brings the bytes of a PDF to be signed' },
  addLogo: { summary: 'Brings the bytes of a logo' },
  addInteraction: { summary: 'Adds something to do to a session' },
  withdrawInteraction: { summary: 'Takes something to do back' },
  returnInteraction: { summary: 'Sends back what was handed in, to be corrected' },
  acceptInteraction: { summary: 'Accepts what was handed in' },
  sendAgentMessage: {
    summary: 'Writes to the customer',
    description: 'Where the session has a chat, from its start to its end. `attachments`: what `addAttachment` gave.',
  },
  addAttachment: {
    summary: 'Brings the bytes of a file for a message',
    description:
      'PDF or a picture, told by its bytes. It waits for `sendAgentMessage`; after a day it is taken for forgotten.',
  },
  endSession: { summary: 'Ends a session' },
  renameInteraction: {
    summary: 'Gives something to do another title',
    description: 'Nothing that the customer is working on is refused for it.',
  },
  resendInvitation: {
    summary: 'Sends the invitation again, with another link',
    description: 'The links that are out work on. Once a minute.',
  },
  reengage: {
    summary: 'Corrects whom a session is with',
    description:
      'Every link that is out is dead at once, whoever follows the session by one is shut out, and the right person is invited.',
  },
  reassignSession: {
    summary: 'Hands a session to somebody else of the business',
    description:
      'To a person who could start one with the same team’s settings. The customer reads their name from now on, and whether anybody is ' +
      'there is asked of them; what was written keeps the name of who wrote it.',
  },
  inviteParticipant: {
    summary: 'Invites somebody besides the customer',
    description:
      'By a link of their own, with which they see what is asked of them, who takes part, and what is written from now on. `url` as in ' +
      '`startSession`. At most 20 take part in one session.',
  },
  assignInteraction: {
    summary: 'Asks somebody else of those who take part to do something',
    description: 'Only what nobody has begun. The fields of a document become theirs.',
  },
  resendToParticipant: { summary: 'Sends the invitation of one participant again' },
  reengageParticipant: {
    summary: 'Corrects how one participant is reached',
    description: 'Only their links are dead.',
  },
  revokeLinksOfParticipant: { summary: 'Revokes every link of one participant' },
  revokeLinks: {
    summary: 'Revokes every link of the customer',
    description: 'Nobody comes in, and nothing is sent, until they are invited again.',
  },
  changePlan: {
    summary: 'Corrects whom a planned session is with',
    description: 'Name, contact, language and channel, before it is started. Nobody is told.',
  },
  cancelPlan: { summary: 'Gives up a planned session' },
  reopenSession: { summary: 'Opens an ended session again, and invites its customer' },
  reportActivity: {
    summary: 'Says that somebody is at this console',
    description: 'Who is not heard of for a minute and a half, or idle for five minutes, counts as not there.',
  },
  getAgentSession: {
    summary: 'A session as those who work on it see it',
    description: 'Who takes part, how they get in, what was asked for and handed in, what was written.',
  },
  getAgentFeed: {
    summary: 'What happens in a session, as it happens',
    description:
      'As `getFeed`, for those who work on it; the `data` of each event is one `AgentLiveEvent`. Ends when whoever follows is signed out or ' +
      'may not see the session any more.',
    gives: 'text/event-stream',
  },
  signalAgentTyping: { summary: 'Says that somebody is writing to the customer', description: typing },
  getSessionTrail: { summary: 'Everything that happened in a session' },
  readSessionResults: {
    summary: 'What came of a session so far',
    description: 'States, the files that were handed in, the answers. Nothing that the customer is still working on.',
  },
  getAgentFile: {
    summary: 'The bytes of a document of a session, of a file that was handed in, or of one sent with a message',
    gives: '*/*',
    success: { status: 200, headers: ['Content-Disposition'] },
  },
  listOutbox: {
    summary: 'Messages to customers, newest first, page by page',
    description: 'Of the sessions that the caller may see. Links are for administrators.',
  },
  retryMessage: { summary: 'Sends a message that waits, was given up, kept or cancelled by hand, as soon as can be' },
  cancelMessage: { summary: 'Keeps a message that waits from being sent' },
  setPresence: { summary: 'Says whether the agent is there' },
  saveSystemSettings: { summary: 'Sets what holds for every team, all of it at once', description: savingSettings },
  saveTeamSettings: { summary: 'Sets what holds for one team, all of it at once', description: savingSettings },
  getSystemPreferences: { summary: 'What holds for every team, and where it comes from' },
  getTeamPreferences: { summary: 'What holds for one team, and where it comes from' },
  changeSystemSettings: { summary: 'Changes single settings of the system', description: changingSettings },
  changeTeamSettings: { summary: 'Changes single settings of a team', description: changingSettings },
  readSystemSettingsLog: { summary: 'Who changed what for every team, newest first, page by page' },
  readTeamSettingsLog: { summary: 'Who changed what for one team, newest first, page by page' },
  getSessionPreferences: { summary: 'What applies to a session, and why' },

  listApiKeys: { summary: 'The API keys of the systems of the business' },
  addApiKey: {
    summary: 'Makes an API key for a system of the business',
    description: 'The `secret` is its bearer; it is told once and kept by nobody but the system.',
  },
  revokeApiKey: { summary: 'Revokes an API key, at once' },
  listWebhooks: { summary: 'The webhooks' },
  addWebhook: {
    summary: 'Adds a webhook: an address that is told what happens',
    description:
      'The `secret` signs what is sent there; it is told once. A delivery is a POST with a `WebhookEvent` as JSON, at least once, and anything but a 2xx ' +
      'is tried again for about two days. `webhook-id` is the id of the event, `webhook-timestamp` the second it was sent in, `webhook-signature` ' +
      'the scheme of Standard Webhooks.',
  },
  changeWebhook: { summary: 'Changes the address and the events of a webhook' },
  removeWebhook: { summary: 'Removes a webhook, with what waits for it' },
  pingWebhook: { summary: 'Sends an event of the kind `ping`' },
  listWebhookDeliveries: { summary: 'What was sent to a webhook lately, and how it went' },
  redeliverWebhook: { summary: 'Sends an event again, now' },
};
