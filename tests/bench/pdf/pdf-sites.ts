/** One document at two addresses: to be signed in the room, and drawn by the bare page. */
import { createStage } from '#backend/scenarios/scenario-stage.ts';
import { makeDocument } from '#tests/bench/pdf/make-document.ts';
import { createSite } from '#tests/bench/serve/create-site.ts';
import { serve } from '#tests/bench/serve/listen.ts';
import { createTestBackend } from '#tests/support/create-test-backend.ts';
import { buildEsign } from '#tests/support/sample-interactions.ts';

export type PdfFolders = { room: string; bare: string };

export async function servePdf({ room, bare }: PdfFolders, pages: number) {
  const bytes = await makeDocument(pages);
  const { backend, deps } = createTestBackend({ now: Date.now });
  const stage = createStage(deps, 'pdf');
  await stage.policy({ autoOpen: true, branding: { companyName: 'Harbour Credit' } });
  await stage.agent.setPresence(true);
  const { url } = await stage.start({ interactions: [buildEsign(await stage.agent.addDocument(bytes))] });

  const barePage = await createSite(bare, backend);
  const roomServer = await serve(await createSite(room, backend));
  const bareServer = await serve(async (request) =>
    new URL(request.url).pathname === '/document.pdf'
      ? new Response(bytes, { headers: { 'content-type': 'application/pdf' } })
      : barePage(request),
  );
  return {
    room: roomServer.origin + new URL(url).pathname,
    bare: `${bareServer.origin}/`,
    stop: () => {
      roomServer.stop();
      bareServer.stop();
    },
  };
}
