/** A build as the Node host answers for it: everything the host does between a request and its response, with the entry placed in the page. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import type { Backend } from '#backend/create-backend.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { createHandler } from '#hosts/node/create-handler.ts';
import { createLog } from '#hosts/node/log.ts';
import { loadSite } from '#hosts/node/site/load-site.ts';
import type { Site } from '#tests/bench/serve/create-site.ts';

export async function createHostSite(
  folder: string,
  { backend, deps }: { backend: Backend; deps: BackendDeps },
): Promise<Site> {
  await promisify(execFile)(process.execPath, ['src/hosts/node/site/compress-build.ts', folder]);
  return createHandler({
    backend,
    deps,
    site: loadSite(folder),
    consoleSite: { files: new Map(), page: '' },
    log: createLog('silent'),
    metrics: null,
    isReady: () => Promise.resolve(true),
  });
}
