/** POST /api/agent/documents and /api/agent/logos: bytes an agent brings. */
import { addDocument, addLogo } from '#contract/endpoints/agent.ts';
import { limits } from '#contract/limits.ts';
import { countPages } from '#backend/documents/read-document.ts';
import { readBytes } from '#backend/http/read-json.ts';
import { agentRoute } from '#backend/http/route.ts';
import { keepFile } from '#backend/session/files.ts';
import { keepLogo } from '#backend/session/logos.ts';

const maxLogoBytes = 500_000;

export const addDocumentRoute = agentRoute(addDocument, async ({ deps, request }) => {
  const bytes = await readBytes(request, limits.documentBytes);
  const pages = await countPages(bytes);
  const file = await keepFile(deps, { name: 'document.pdf', type: 'application/pdf', bytes });
  return { fileId: file.id, pages };
});

export const addLogoRoute = agentRoute(addLogo, async ({ deps, request }) => {
  return { fileId: await keepLogo(deps, await readBytes(request, maxLogoBytes)) };
});
