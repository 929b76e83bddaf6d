/** The whole API as an OpenAPI 3.1 document, made of the endpoint table: what is not in the table is not in it, and nothing of it is missing. */
import type * as z from 'zod/mini';

import { allEndpoints, type EndpointName } from '#contract/endpoints/all-endpoints.ts';
import type { apiDescriptionSchema } from '#contract/endpoints/description.ts';
import { limits } from '#contract/limits.ts';
import { deliveryStates } from '#contract/outbox.ts';
import { describeSchemas, refTo } from '#backend/openapi/component-schemas.ts';
import { describeOperation } from '#backend/openapi/describe-operation.ts';
import { examples } from '#backend/openapi/examples.ts';
import { operations } from '#backend/openapi/operations.ts';

const securitySchemes = {
  customer: {
    type: 'http',
    scheme: 'bearer',
    description: "The token of the customer's link: what follows `/s/` in its address.",
  },
  agent: { type: 'http', scheme: 'bearer', description: 'What an agent is signed in with, or knows the host by.' },
  apiKey: {
    type: 'http',
    scheme: 'bearer',
    description:
      'The API key of a system of the business (`key_…`). It may do what the scopes that it was made with are named for.',
  },
};

const query = (name: string, description: string, schema: object = {}) => ({
  name,
  in: 'query',
  description,
  schema: { type: 'string', ...schema },
});

const parameters = {
  after: {
    name: 'after',
    in: 'query',
    description: 'Only what is newer than this number, which is one that this session has reached.',
    schema: { type: 'integer', minimum: 0, default: 0 },
  },
  typing: query('typing', 'Also tells that the agent is writing.', { enum: ['1'] }),
  search: query('search', "Part of a customer's name, email or phone number.", { maxLength: 120 }),
  state: query('state', 'Only those in this state.', { enum: ['open', 'ended'] }),
  team: query('team', 'Only those with the settings of this team.'),
  agent: query('agent', 'Only those that this agent started.'),
  delivery: query('delivery', 'Only messages that got this far.', { enum: [...deliveryStates] }),
  channel: query('channel', 'Only messages over this channel.', { enum: ['email', 'sms'] }),
  session: query('session', 'Only messages of this session.'),
  name: { ...query('name', 'What the file is called.', { maxLength: limits.fileNameLength }), required: true },
  cursor: query('cursor', 'What the page before gave as `next`; without it, the first page.'),
};

const header = (name: string, description: string) => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
});

/** What we send: to whoever an administrator added as a webhook. */
const webhooks = {
  event: {
    post: {
      summary: 'Something happened that the webhook was added for',
      description: 'At least once; anything but a 2xx is tried again for about two days.',
      security: [],
      parameters: [
        header('webhook-id', 'The `id` of the event.'),
        header('webhook-timestamp', 'When it was sent, in seconds since 1970.'),
        header(
          'webhook-signature',
          '`v1,` and, in base64, the HMAC-SHA256 over id, timestamp and body, with dots between (Standard Webhooks).',
        ),
      ],
      requestBody: { required: true, content: { 'application/json': { schema: refTo('WebhookEvent') } } },
      responses: { '2XX': { description: 'Heard.' }, 410: { description: 'Not wanted any more: never tried again.' } },
    },
  },
};

const isEndpointName = (name: string): name is EndpointName => Object.hasOwn(allEndpoints, name);

const toTemplate = (path: string): string => path.replaceAll(/:([A-Za-z]+)/g, '{$1}');

const describePaths = () => {
  const names = Object.keys(allEndpoints).filter(isEndpointName);
  const byPath = Map.groupBy(names, (name) => toTemplate(allEndpoints[name].path));
  const describe = (name: EndpointName) =>
    [
      allEndpoints[name].method.toLowerCase(),
      describeOperation(name, allEndpoints[name], operations[name], examples[name]),
    ] as const;
  return Object.fromEntries([...byPath].map(([path, onPath]) => [path, Object.fromEntries(onPath.map(describe))]));
};

export const describeApi = ({ publicOrigin }: { publicOrigin: string }): z.infer<typeof apiDescriptionSchema> => ({
  openapi: '3.1.1',
  info: {
    title: 'The session room',
    version: '1',
    description:
      'What customers do by their link, and what agents do. Every refusal is a problem (RFC 9457) whose `code` is stable; a method ' +
      'that a path does not know is `method-not-allowed`, a path that nobody knows `not-found`.',
  },
  servers: [{ url: publicOrigin }],
  tags: [
    { name: 'customer', description: 'By the token of a link.' },
    {
      name: 'agent',
      description: 'By the credential of an agent; by an API key, where the operation names its scopes.',
    },
    { name: 'anyone', description: 'Public, or with its own proof in the path.' },
  ],
  paths: describePaths(),
  webhooks,
  components: { schemas: describeSchemas(), securitySchemes, parameters },
});
