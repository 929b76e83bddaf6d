/** GET /api/session: what is true now, for someone who was let in. An expired link does not cut them off (product.md 4.1). */
import { getSession } from '#contract/endpoints/entry.ts';
import { assertVisitor } from '#backend/http/caller.ts';
import { route } from '#backend/http/route.ts';
import { projectSession } from '#backend/session/project-session.ts';

export const getSessionRoute = route(getSession, async ({ deps, request }) => {
  const { record, participant, access } = await assertVisitor(deps, request);
  return projectSession(record, participant, access);
});
