/** One line of the endpoint table as an operation of OpenAPI. */
import { agentErrors, commonErrors, customerErrors, type Endpoint } from '#contract/endpoints/define-endpoint.ts';
import { type ErrorCode, errorStatus } from '#contract/error-codes.ts';
import { problemContentType } from '#contract/problem.ts';
import { type KeyScope, keyScopes } from '#contract/rights.ts';
import { resolveScope } from '#domain/rights.ts';
import { refTo } from '#backend/openapi/component-schemas.ts';
import type { Examples } from '#backend/openapi/examples.ts';
import { type Header, headers } from '#backend/openapi/headers.ts';
import type { OperationNotes } from '#backend/openapi/operations.ts';

type Line = Pick<Endpoint, 'method' | 'path' | 'caller' | 'action' | 'query' | 'input' | 'output' | 'errors'>;

export function describeOperation(name: string, line: Line, notes: OperationNotes, examples: Examples = {}): object {
  const { summary, description } = notes;
  const { input, output, method } = line;
  return {
    operationId: name,
    tags: [line.caller],
    summary,
    ...(description !== undefined && { description }),
    security: listCredentials(line),
    parameters: [...listPathParameters(line), ...listQuery(line), ...listHeaders(line, notes)],
    ...(input !== null && {
      requestBody: { required: true, content: describeContent(input, notes.takes, examples.input) },
    }),
    responses: {
      ...describeSuccess(output, notes, examples.output),
      ...Object.fromEntries(
        [...Map.groupBy(listErrors(line), (code) => errorStatus[code])]
          .toSorted(([one], [other]) => one - other)
          .map(([status, codes]) => [status, describeProblem(status, codes, method === 'HEAD')]),
      ),
    },
  };
}

/** Any one of them; of an API key, with any one of these scopes. */
function listCredentials({ caller, action }: Line): Readonly<Record<string, readonly KeyScope[]>>[] {
  if (caller === 'anyone') return [];
  const may = (scope: KeyScope) => action && resolveScope({ role: 'key', scopes: [scope] }, action) !== null;
  return [{ [caller]: [] }, ...keyScopes.filter(may).map((scope) => ({ apiKey: [scope] }))];
}

const parameter = { in: 'path', required: true } as const;

const listPathParameters = ({ path }: Line) =>
  [...path.matchAll(/:([A-Za-z]+)/g)].map(([, name = '']) => ({ ...parameter, name, schema: { type: 'string' } }));

const listQuery = ({ query = [] }: Line) => query.map((name) => ({ $ref: `#/components/parameters/${name}` }));

/** Note: whoever may answer `key-reused` asks for a key. */
const listHeaders = ({ errors }: Line, { sends = [] }: OperationNotes) =>
  [...(errors.includes('key-reused') ? (['Idempotency-Key'] as const) : []), ...sends].map((name) => ({
    name,
    in: 'header',
    required: true,
    ...headers[name],
  }));

function describeContent(
  content: Exclude<Endpoint['input' | 'output'], null>,
  bytes: string | undefined,
  example?: unknown,
) {
  if (typeof content === 'object') {
    return { 'application/json': { schema: refTo(content), ...(example !== undefined && { example }) } };
  }
  // Note: bytes have no schema, which is how OpenAPI 3.1 says so; events and pages are text.
  return { [bytes ?? 'application/octet-stream']: content === 'bytes' ? {} : { schema: { type: 'string' } } };
}

const words = { 200: 'Done.', 201: 'Begun.', 204: 'Done; there is nothing to say.', 303: 'Decided; back to the room.' };

function describeSuccess(output: Endpoint['output'], { success, gives }: OperationNotes, example: unknown) {
  const status = success?.status ?? (output === null ? 204 : 200);
  return {
    [status]: {
      description: words[status],
      ...describeHeaders(success?.headers ?? []),
      ...(output !== null && { content: describeContent(output, gives, example) }),
    },
  };
}

const describeHeaders = (names: readonly Header[]) =>
  names.length > 0 && { headers: Object.fromEntries(names.map((name) => [name, headers[name]])) };

/** Note: what is about bodies cannot happen to a request without one. */
function listErrors({ caller, method, query, input, errors }: Line): ErrorCode[] {
  const isRead = method === 'GET' || method === 'HEAD';
  const impossible: readonly ErrorCode[] = [
    ...(input === null ? (['malformed-request', 'body-too-large', 'unsupported-media-type'] as const) : []),
    ...(isRead && query === undefined ? (['invalid-input'] as const) : []),
  ];
  const ofCaller = { customer: customerErrors, agent: agentErrors, anyone: [] }[caller];
  const possible = new Set([...commonErrors, ...ofCaller, ...errors]);
  return [...possible].filter((code) => !impossible.includes(code));
}

function describeProblem(status: number, codes: readonly ErrorCode[], isHead: boolean) {
  const schema = {
    allOf: [refTo('Problem'), { type: 'object', properties: { status: { const: status }, code: { enum: codes } } }],
  };
  return {
    description: codes.join(', '),
    ...(status === 429 || status === 503 ? describeHeaders(['Retry-After']) : {}),
    ...(!isHead && { content: { [problemContentType]: { schema } } }),
  };
}
