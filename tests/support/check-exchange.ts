/**
 * Holds what goes over the wire against an OpenAPI document, with a validator that knows nothing of zod: a second opinion on what the
 * endpoint table says. Reads the document as any reader of it would, and nothing else.
 */
import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as z from 'zod/mini';

const contentSchema = z.optional(z.record(z.string(), z.looseObject({ schema: z.optional(z.unknown()) })));
const operationSchema = z.looseObject({
  operationId: z.string(),
  parameters: z.array(z.looseObject({ name: z.optional(z.string()), in: z.optional(z.string()) })),
  requestBody: z.optional(z.looseObject({ content: contentSchema })),
  responses: z.record(
    z.string(),
    z.looseObject({ content: contentSchema, headers: z.optional(z.record(z.string(), z.unknown())) }),
  ),
});
const documentSchema = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), operationSchema)) });

type Place = readonly (string | number)[];
type Message = Request | Response;

export type Checked = { operationId: string; complaints: string[] };

export function createExchangeCheck(served: unknown) {
  const document = documentSchema.parse(served);
  const ajv = new Ajv2020({ allErrors: true });
  addFormats(ajv);
  // Note: strict about every keyword of a schema; what is around the schemas is OpenAPI's own.
  ajv.addVocabulary(Object.keys(document));
  ajv.addSchema(document, 'api', undefined, false);

  /** What is wrong with a value, by the schema at this place of the document. */
  const complain = (place: Place, value: unknown): string[] => {
    const steps = place.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1'));
    ajv.validate({ $ref: `api#/${steps.map(encodeURIComponent).join('/')}` }, value);
    return (ajv.errors ?? []).map((error) => `${place.at(-2)} ${error.instancePath} ${error.message}`);
  };

  const checkBody = async (
    message: Message,
    content: z.infer<typeof contentSchema>,
    place: Place,
  ): Promise<string[]> => {
    const type = message.headers.get('content-type')?.split(';')[0] ?? null;
    if (content === undefined) return message.body === null ? [] : [`a body of type ${type} that is not described`];
    const range = Object.keys(content).find((known) => matches(known, type));
    if (range === undefined) return [`type ${type} is none of ${Object.keys(content).join(', ')}`];
    if (type?.endsWith('json') === true) return complain([...place, range, 'schema'], await message.json());
    // Note: not waited for, because a feed ends only when its other reader leaves as well.
    void message.body?.cancel();
    return [];
  };

  return {
    operations: Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, { operationId }]) => ({ operationId, line: `${method} ${path}` })),
    ),
    complain,
    /** Both as they went over the wire, neither of them read yet. */
    check: async (request: Request, response: Response): Promise<Checked> => {
      const path = findPath(Object.keys(document.paths), new URL(request.url).pathname);
      const method = request.method.toLowerCase();
      const operation = document.paths[path]?.[method];
      if (!operation) throw new Error(`Failed to find ${method} ${path} in the document.`);
      const { operationId, requestBody, parameters, responses } = operation;
      const answer = responses[response.status];
      if (!answer) return { operationId, complaints: [`${response.status} is not described`] };

      const at = ['paths', path, method];
      const missing = [
        ...parameters.flatMap(({ in: where, name = '' }) =>
          where === 'header' && !request.headers.has(name) ? [`sent without ${name}`] : [],
        ),
        ...Object.keys(answer.headers ?? {}).flatMap((name) =>
          response.ok && !response.headers.has(name) ? [`answered without ${name}`] : [],
        ),
      ];
      const complaints = [
        ...(response.ok ? missing : []),
        ...(response.ok ? await checkBody(request, requestBody?.content, [...at, 'requestBody', 'content']) : []),
        ...(await checkBody(response, answer.content, [...at, 'responses', response.status, 'content'])),
      ];
      return { operationId, complaints };
    },
  };
}

const matches = (range: string, type: string | null): boolean => {
  const [wanted = '', inner = ''] = range.split('/');
  const [given = '', name = ''] = type?.split('/') ?? [];
  return [
    [wanted, given],
    [inner, name],
  ].every(([one, other]) => one === '*' || one === other);
};

function findPath(templates: readonly string[], pathname: string): string {
  const toPattern = (template: string) =>
    new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\{[^}]+\}/g, '[^/]+')}$`);
  const found = templates.find((template) => toPattern(template).test(pathname));
  if (found === undefined) throw new Error(`Failed to find ${pathname} in the document.`);
  return found;
}
