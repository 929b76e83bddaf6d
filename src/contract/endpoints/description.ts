/** The API about itself, for programs and for whoever writes one: an OpenAPI document made from this very table. */
import * as z from 'zod/mini';

import { defineEndpoint } from '#contract/endpoints/define-endpoint.ts';

export const apiDescriptionSchema = z.looseObject({ openapi: z.literal('3.1.1') });

export const getApiDescription = defineEndpoint({
  method: 'GET',
  path: '/api/openapi.json',
  caller: 'anyone',
  input: null,
  output: apiDescriptionSchema,
  errors: [],
});
