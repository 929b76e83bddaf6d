/** What `docs/api.md` tells whoever writes a system of the business is run as it stands, by a shell, against the host. */
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { expect, it, onTestFinished } from 'vitest';

import { addInteraction } from '#contract/endpoints/agent.ts';
import { startedSessionSchema } from '#contract/agent.ts';
import { fileIdSchema } from '#contract/ids.ts';
import { createCustomerClient } from '#backend/scenarios/customer-client.ts';
import { signAs } from '#backend/scenarios/customer-steps.ts';
import { operatorToken, startNodeHost } from '#tests/support/start-node-host.ts';
import { buildEsign, buildPdf } from '#tests/support/sample-interactions.ts';
import { createCaller } from '#tests/support/start-session.ts';
import * as z from 'zod/mini';

const run = promisify(execFile);

const sections = readFileSync('docs/api.md', 'utf8').split(/^## /m);
const blocksOf = (title: string): string[] => {
  const section = sections.find((text) => text.startsWith(title)) ?? '';
  return [...section.matchAll(/```sh\n(.*?)```/gs)].map(([, code = '']) => code);
};

/** What not every machine has; a call that is refused ends the script. */
const prelude = `
set -euo pipefail
curl() { command curl --silent --show-error --fail-with-body "$@"; }
uuidgen() { "$NODE" -e 'console.log(crypto.randomUUID())'; }
jq() { "$NODE" -e '
  const [, path, file] = process.argv;
  const parts = path.match(/\\w+/g);
  console.log(parts.reduce((value, part) => value[part], JSON.parse(require("fs").readFileSync(file, "utf8"))));
' "$2" "$3"; }
`;

it('A system starts a session, reads what came of it and is told, by the words of the document', async () => {
  const host = await startNodeHost();
  onTestFinished(() => host.stop());
  const folder = host.folder;
  writeFileSync(join(folder, 'agreement.pdf'), await buildPdf());
  const shell = async (code: string) =>
    run('bash', ['-c', `${prelude}\n${code}`], {
      cwd: folder,
      env: { PATH: process.env['PATH'], NODE: process.execPath, ROOM: host.origin, AGENT_TOKEN: operatorToken },
    });
  const readJson = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));

  const [makeKey = '', start = '', finish = ''] = blocksOf('Systems of a business');
  await shell(makeKey + start);
  const { sessionId, url } = startedSessionSchema.parse(readJson('order.json'));
  const { secret } = z.object({ secret: z.string() }).parse(readJson('key.json'));
  const { fileId } = z.object({ fileId: fileIdSchema }).parse(readJson('document.json'));

  const asSystem = createCaller((request) => fetch(request), secret, host.origin);
  const added = await asSystem(addInteraction, { params: { sessionId }, input: buildEsign(fileId) });
  const { interactionId } = addInteraction.output.parse(await added.json());
  await signAs(
    createCustomerClient((request) => fetch(request), url ?? ''),
    interactionId,
    'Maya Thompson',
  );

  await shell(`API_KEY=${secret} ORDER=${sessionId}\n${finish.replace('interactions[0]', 'interactions[1]')}`);
  expect(readJson('results.json')).toMatchObject({
    state: 'open',
    interactions: [{ kind: 'workflow' }, { kind: 'esign', status: 'completed' }],
  });
  expect(readFileSync(join(folder, 'signed.pdf')).subarray(0, 5).toString()).toBe('%PDF-');

  const { stdout } = await shell(blocksOf('Being told').join('\n'));
  expect(JSON.parse(stdout)).toMatchObject({ deliveries: [{ event: { kind: 'ping' } }] });
});
