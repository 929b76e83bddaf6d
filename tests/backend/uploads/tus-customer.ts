import type { StartSessionInput } from '#contract/agent.ts';
import { type AcceptedType, documentRequestContentSchema, type RequestedItem } from '#contract/document-request.ts';
import { partIdSchema } from '#contract/ids.ts';
import { problemSchema } from '#contract/problem.ts';
import { sessionSchema } from '#contract/session.ts';
import { createTestBackend, type TestBackend, testOrigin, testTeam } from '#tests/support/create-test-backend.ts';

export const pdfBytes = (size: number): Uint8Array<ArrayBuffer> => {
  const header = new TextEncoder().encode('%PDF-1.7\n');
  return Uint8Array.from({ length: size }, (_, at) => header[at] ?? (at * 31 + (at >> 8)) % 251);
};

const defaultAccept: AcceptedType[] = ['application/pdf', 'image/jpeg'];

export const buildItem = (item: Partial<Omit<RequestedItem, 'id'>> & { id: string }): RequestedItem => ({
  title: `Item ${item.id}`,
  instructions: '',
  required: true,
  accept: defaultAccept,
  maxFiles: 3,
  maxBytes: 5_000_000,
  ...item,
  id: partIdSchema.parse(item.id),
});

export async function startDocumentRequest(
  items: RequestedItem[] = [buildItem({ id: 'passport' }), buildItem({ id: 'extra', required: false })],
  world: TestBackend = createTestBackend(),
) {
  const input: StartSessionInput = {
    team: testTeam,
    customer: { name: 'Cem Customer', email: 'cem@example.com', phone: null },
    channel: 'email',
    settings: {},
    interactions: [{ kind: 'document-request', title: 'Your documents', items }],
  };
  const { url, sessionId, interactions } = await world.agent.startSession(input);
  const [interactionId] = interactions;
  if (interactionId === undefined) throw new Error('No document request was added.');
  const customer = createTusCustomer(world, url.split('/').at(-1) ?? '', interactionId);
  return { ...world, sessionId, interactionId, customer };
}

const toBase64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
const toMetadata = (pairs: Record<string, string>) =>
  Object.entries(pairs)
    .map(([key, value]) => `${key} ${toBase64(value)}`)
    .join(',');

type Creation = {
  item?: string;
  name?: string;
  key?: string;
  length: number | string;
  interactionId?: string;
  forMessage?: boolean;
};

/** A customer's client that says every word of the protocol itself. */
export function createTusCustomer({ backend }: Pick<TestBackend, 'backend'>, token: string, interactionId: string) {
  const send = (method: string, path: string, headers: Record<string, string> = {}, body?: BodyInit) =>
    backend(
      new Request(testOrigin + path, {
        method,
        headers: { authorization: `Bearer ${token}`, ...headers },
        ...(body !== undefined && { body }),
      }),
    );
  const tus = (method: string, path: string, headers: Record<string, string> = {}, body?: BodyInit) =>
    send(method, path, { 'tus-resumable': '1.0.0', ...headers }, body);

  const create = ({ item = 'passport', name = 'scan.pdf', key = crypto.randomUUID(), length, ...rest }: Creation) =>
    tus('POST', '/api/uploads', {
      'idempotency-key': key,
      'upload-length': String(length),
      'upload-metadata': toMetadata({
        ...(rest.forMessage
          ? { purpose: 'message' }
          : { interactionId: rest.interactionId ?? interactionId, itemId: item }),
        filename: name,
      }),
    });
  const patch = (location: string, offset: number, bytes: Uint8Array<ArrayBuffer>) =>
    tus(
      'PATCH',
      location,
      { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
      bytes,
    );

  const begin = async (creation: Creation): Promise<string> => {
    const response = await create(creation);
    if (response.status !== 201) throw new Error(`Creation answered ${response.status}: ${await response.text()}`);
    return response.headers.get('location') ?? '';
  };
  const sendAll = async (location: string, bytes: Uint8Array<ArrayBuffer>, from = 0): Promise<Response> => {
    const response = await patch(location, from, bytes.slice(from, from + 1_048_576));
    const reached = Number(response.headers.get('upload-offset'));
    return response.ok && reached < bytes.byteLength ? sendAll(location, bytes, reached) : response;
  };
  const path = `/api/document-requests/${interactionId}`;

  return {
    send,
    tus,
    create,
    begin,
    patch,
    sendAll,
    head: (location: string) => tus('HEAD', location),
    end: (location: string) => tus('DELETE', location),
    upload: async (bytes: Uint8Array<ArrayBuffer>, creation: Omit<Creation, 'length'> = {}) =>
      sendAll(await begin({ ...creation, length: bytes.byteLength }), bytes),
    content: async () => documentRequestContentSchema.parse(await (await send('GET', path)).json()),
    removeFile: (fileId: string) => send('DELETE', `${path}/files/${fileId}`),
    download: async (fileId: string) => new Uint8Array(await (await send('GET', `/api/files/${fileId}`)).arrayBuffer()),
    submit: (revision: number, items: Record<string, string[]>, key: string = crypto.randomUUID()) =>
      send(
        'POST',
        `${path}/submit`,
        { 'content-type': 'application/json', 'idempotency-key': key },
        JSON.stringify({ revision, items }),
      ),
  };
}
export type TusCustomer = ReturnType<typeof createTusCustomer>;

export const codeOf = async (response: Response): Promise<string> => problemSchema.parse(await response.json()).code;

export const readSubmitted = async (response: Response) => sessionSchema.parse(await response.json());
