/** GET /api/logos/:fileId */
import { getLogo } from '#contract/endpoints/entry.ts';
import { route } from '#backend/http/route.ts';
import { readLogo } from '#backend/session/logos.ts';

export const getLogoRoute = route(getLogo, async ({ deps, params }) => {
  const { bytes, type } = await readLogo(deps, params['fileId'] ?? '');
  return new Response(bytes, {
    headers: {
      'content-type': type,
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    },
  });
});
