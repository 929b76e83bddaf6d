/**
 * A site of another origin that has a customer of its own answer a question in the room, shown in a frame by the room's script, and hears of it by a
 * webhook. Node 22, no dependencies:
 *
 *     ROOM=http://localhost:4173 API_KEY=key_… WEBHOOK_SECRET=whsec_… node docs/examples/embed/server.js
 *
 * The key has the scopes `start-sessions`, `read-sessions` and `steer-sessions`; the webhook leads to /hooks of this server. On one machine start the room
 * with WEBHOOK_LOOPBACK=on.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

const { ROOM, API_KEY, WEBHOOK_SECRET, TEAM = 'main', PORT = '4180' } = process.env;
const origin = `http://127.0.0.1:${PORT}`;

async function ask(method, path, body) {
  const response = await fetch(`${ROOM}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${API_KEY}`,
      // A shop would make it of the order, so that a repeated request starts nothing twice.
      'idempotency-key': crypto.randomUUID(),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
  return response.status === 204 ? null : response.json();
}

const question = { kind: 'yes-no', id: 'keep', label: 'Shall we keep your address?', hint: null, required: true };

const startSession = () =>
  ask('POST', '/api/agent/sessions', {
    team: TEAM,
    customer: { name: 'Maya Thompson', email: null, phone: null },
    channel: null,
    settings: { embeddedSession: true, autoOpen: true, chat: false, attachments: false, allowedOrigins: [origin] },
    interactions: [
      {
        kind: 'workflow',
        title: 'Your address',
        definition: {
          steps: [{ kind: 'form', id: 'address', title: 'Your address', fields: [question], branches: [], next: null }],
        },
      },
    ],
  });

/** `headers`: in lower case; `body`: the bytes as they came, as text. */
function isFromRoom(secret, headers, body) {
  const id = headers['webhook-id'];
  const timestamp = headers['webhook-timestamp'];
  // Older than five minutes, it may be somebody who sends again what they overheard.
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > 300) return false;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const wanted = Buffer.from(`v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`);
  const given = Buffer.from(headers['webhook-signature'] ?? '');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** By session; a shop would have a database. */
const answers = new Map();
const seen = new Set();

async function follow({ id, kind, session }) {
  // Deliveries come at least once.
  if (seen.has(id)) return;
  seen.add(id);
  if (kind !== 'interaction-completed') return;
  const { interactions } = await ask('GET', `/api/agent/sessions/${session.id}/results`);
  answers.set(session.id, interactions[0].answers.keep);
  await ask('POST', `/api/agent/sessions/${session.id}/end`);
}

const page = ({ sessionId, url }) => `<!doctype html>
<html lang="en">
  <meta name="viewport" content="width=device-width" />
  <title>The shop</title>
  <style>
    body { margin: 0 auto; max-width: 60rem; padding: 1rem; font-family: system-ui }
    #room { border: 1px solid #bbb; border-radius: 12px; overflow: hidden }
  </style>
  <h1>Your order</h1>
  <div id="room"></div>
  <p role="status">Waiting for your answer.</p>
  <ul aria-label="What the room says"></ul>
  <script src="${ROOM}/embed.js"></script>
  <script type="module">
    const say = (words) => {
      const item = document.createElement('li');
      item.textContent = words;
      document.querySelector('ul').append(item);
    };
    SessionRoom.mount(document.querySelector('#room'), {
      url: '${url}',
      title: 'One question',
      onReady: () => say('It is there.'),
      onInteractionCompleted: ({ interaction }) => say('Completed: ' + interaction.kind),
      onAllCompleted: () => say('Nothing is left to do.'),
      onBlocked: ({ code }) => say('Nobody is let in: ' + code),
      onError: ({ code }) => say('Something failed: ' + code),
    });

    // What the frame shows proves nothing; what our own server was told does.
    for (;;) {
      const { isKnown, keep } = await (await fetch('/answers/${sessionId}')).json();
      if (isKnown) {
        document.querySelector('[role=status]').textContent = keep ? 'We keep your address.' : 'We forget your address.';
        break;
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  </script>
</html>`;

async function answer(request, response) {
  const { method, url = '', headers } = request;
  if (method === 'POST' && url === '/hooks') {
    const body = await text(request);
    if (!isFromRoom(WEBHOOK_SECRET, headers, body)) return response.writeHead(401).end();
    response.writeHead(204).end();
    return follow(JSON.parse(body));
  }
  if (url.startsWith('/answers/')) {
    const session = url.slice('/answers/'.length);
    const known = { isKnown: answers.has(session), keep: answers.get(session) };
    return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(known));
  }
  if (url !== '/') return response.writeHead(404).end();
  const html = page(await startSession());
  return response.writeHead(200, { 'content-type': 'text/html' }).end(html);
}

createServer((request, response) => {
  answer(request, response).catch((error) => {
    console.error(error);
    if (!response.headersSent) response.writeHead(502).end('The room does not answer.');
  });
}).listen(Number(PORT), '127.0.0.1', () => console.log(`The shop is at ${origin}`));
