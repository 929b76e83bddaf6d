/** The endpoint table says which errors each endpoint may answer with; an answer it does not name fails the test. */
import { allEndpoints } from '#contract/endpoints/all-endpoints.ts';
import { agentErrors, commonErrors, customerErrors, type Endpoint } from '#contract/endpoints/define-endpoint.ts';
import * as qaEndpoints from '#contract/endpoints/qa.ts';
import type { LogLine } from '#backend/deps.ts';

export const listErrors = ({ caller, errors }: Pick<Endpoint, 'caller' | 'errors'>): readonly string[] => [
  ...commonErrors,
  ...{ customer: customerErrors, agent: agentErrors, anyone: [] }[caller],
  ...errors,
];

export function assertDeclared({ method, route, code }: LogLine): void {
  const [name, endpoint] =
    Object.entries({ ...allEndpoints, ...qaEndpoints }).find(
      ([, line]) => line.method === method && line.path === route,
    ) ?? [];
  if (!endpoint || code === undefined || listErrors(endpoint).includes(code)) return;
  throw new Error(`${method} ${route} answered ${code}. Did you forget it in the errors of ${name}?`);
}
