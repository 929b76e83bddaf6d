// Note: there are no workers in this page, so pdf.js runs its worker's code beside the test.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';

import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';

import { createTestBackend } from '#tests/support/create-test-backend.ts';
import { useMockServer } from '#tests/support/mock-server.ts';
import { buildSession, openLink } from '#tests/support/render-room.tsx';
import { buildDocumentRequest, buildEsign, buildPdf, buildWorkflow } from '#tests/support/sample-interactions.ts';

const mock = useMockServer();
const title = 'About your work';
const cookies = { on: true, text: 'We use a cookie.' };

/** What another build, another page or a hand may have left: no JSON, JSON of any shape, and the right shape with other things in it. */
const garbage = [
  '',
  '{"mode":',
  'null',
  '42',
  '"guided"',
  '[]',
  '[null,{"text":7}]',
  '{}',
  '{"__proto__":{"mode":"room"},"constructor":1}',
  '{"mode":"sideways","skipped":"all","inactiveAgentMessageDismissed":null}',
  '{"revision":1,"base":9007199254740993,"values":{"nobody":{"kind":"ink"}},"signingReason":5,"reviewed":"no"}',
  '{"revision":1,"content":{"answers":{"employer":{"$gt":""},"nothing":7},"step":"nowhere"},"base":-1}',
  '{"an-upload":7}',
  'x'.repeat(100_000),
];

/** A customer who began everything that is kept on a device. */
async function begin() {
  const backend = createTestBackend();
  const document = await backend.agent.addDocument(await buildPdf());
  const interactions = [buildWorkflow(title), buildEsign(document), buildDocumentRequest()];
  const session = await buildSession(
    { settings: { autoOpen: true, cookieDisclaimer: cookies }, interactions },
    backend,
  );
  mock.serve(session.backend);
  const room = openLink(session.path);
  await room.user.click(await screen.findByRole('button', { name: 'Got it' }));
  fireEvent.change(await screen.findByRole('textbox'), { target: { value: 'Northwind' } });
  await waitFor(() => expect(JSON.stringify(Object.entries(localStorage))).toContain('Northwind'));
  return { ...session, room };
}

const first = () => screen.findByRole('heading', { level: 1, name: 'Your work' });

test('Whatever is on the device, the customer comes in and goes on', async () => {
  const { path, room } = await begin();
  const device = Object.keys(localStorage);
  // Note: everything is kept under one name a session; what was not begun yet is named after it.
  const [, session = ''] = /session-room:questions:([^:]+):/.exec(device.join('\n')) ?? [];
  const kept = ['visit', 'ink', 'uploads', 'outgoing', 'chat-seen', 'chat-draft'];
  const names = [...device, ...kept.map((name) => `session-room:${name}:${session}`), 'session-room.language'];
  expect(session).not.toBe('');
  let shown: Pick<typeof room, 'reload' | 'leave'> = room;
  for (const text of garbage) {
    for (const storage of [localStorage, sessionStorage]) {
      for (const name of names) storage.setItem(name, text);
    }
    shown = shown.reload();
    expect(await first()).toBeVisible();
  }
  shown.leave();
  openLink(path);
  expect(await first()).toBeVisible();
  expect(await screen.findByRole('textbox')).toHaveValue('Northwind');
});

test('A cookie that nobody can read asks, and stops nobody', async () => {
  document.cookie = 'session-room-notice=%E0%A4%A; path=/';
  document.cookie = 'other=%%%; path=/';
  const { room } = await begin();
  expect(await first()).toBeVisible();
  room.leave();
});
