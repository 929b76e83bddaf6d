/** GET /api/openapi.json */
import { getApiDescription } from '#contract/endpoints/description.ts';
import { route } from '#backend/http/route.ts';
import { describeApi } from '#backend/openapi/describe-api.ts';

export const describeApiRoute = route(getApiDescription, async ({ deps }) => describeApi(deps));
