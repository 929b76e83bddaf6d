/** What QA may ask besides, for hosts that serve QA and nobody else: `createBackend(deps, { extraRoutes: qaRoutes })`. */
import type { Route } from '#backend/http/route.ts';
import { inspectSessionRoute } from '#backend/qa/inspect-session.ts';
import { listQaPeopleRoute } from '#backend/qa/list-people.ts';
import { saveSessionSettingsRoute } from '#backend/qa/save-session-settings.ts';

export const qaRoutes: readonly Route[] = [listQaPeopleRoute, inspectSessionRoute, saveSessionSettingsRoute];
