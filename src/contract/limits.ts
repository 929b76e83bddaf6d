/** What one request may carry. Schemas and the request edge read these; nothing else states a bound. */
export const limits = {
  /** Bytes of a JSON body; more is refused with `body-too-large` before it is parsed. */
  jsonBytes: 512 * 1024,
  /** Objects and arrays inside each other in a JSON body; deeper ones would exhaust the stack of whoever walks them. */
  jsonDepth: 64,
  /** Bytes of one PATCH of a resumable upload. */
  uploadChunkBytes: 1024 * 1024,
  /** Bytes of one uploaded file, whatever an item allows. */
  fileBytes: 50 * 1024 * 1024,
  /** Bytes of a PDF given by an agent. */
  documentBytes: 50 * 1024 * 1024,
  /** Bytes of everything customers upload in one session, as announced; what they remove counts no more. */
  uploadBytesPerSession: 1024 * 1024 * 1024,
  /** Bytes of the documents that agents add to one session. */
  documentBytesPerSession: 1024 * 1024 * 1024,
  /** Bytes of one file attached to a message. */
  attachmentBytes: 20 * 1024 * 1024,
  /** Characters. */
  nameLength: 120,
  titleLength: 160,
  messageLength: 4_000,
  reasonLength: 1_000,
  policyTextLength: 10_000,
  answerLength: 10_000,
  /** Of each line of a postal address. */
  addressLineLength: 200,
  fileNameLength: 255,
  /** Counts. */
  interactionsPerSession: 1_000,
  participantsPerSession: 20,
  fieldsPerDocument: 500,
  /** Pages of a document to sign: every one is measured before the first is shown. */
  documentPages: 1_000,
  itemsPerRequest: 50,
  filesPerItem: 50,
  uploadsPerSession: 1_000,
  /** Begun and not finished. */
  openUploadsPerSession: 100,
  attachmentsPerMessage: 5,
  /** Files for messages that one side has brought, or begun to bring, and not sent. */
  unsentAttachments: 20,
  stepsPerWorkflow: 200,
  fieldsPerForm: 200,
  optionsPerField: 200,
  strokesPerSignature: 200,
  pointsPerStroke: 4_000,
} as const;
