/**
 * GET /api/feed: live events as SSE, resumed by `?after=SEQ` (architecture rule 6). Whatever was committed since is sent first:
 * its messages, then the session as it is now. A slow reader is let go and resumes where it was.
 */
import * as z from 'zod/mini';

import { getFeed } from '#contract/endpoints/entry.ts';
import type { LiveEvent } from '#contract/live-event.ts';
import { readAgentActivity } from '#backend/customer/enter.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { assertVisitor, type Visitor } from '#backend/http/caller.ts';
import { parseInput } from '#backend/http/read-json.ts';
import { route } from '#backend/http/route.ts';
import { projectMessage, projectSession } from '#backend/session/project-session.ts';
import { resolveRecordGate } from '#backend/session/resolve-record-gate.ts';

const heartbeatMilliseconds = 15_000;
const maxQueuedEvents = 256;
const pageSize = 200;
const feedQuerySchema = z.object({ after: z.coerce.number().check(z.int(), z.minimum(0)) });

export const feedRoute = route(getFeed, async ({ deps, request }) => {
  const visitor = await assertVisitor(deps, request);
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const { after } = parseInput(feedQuerySchema, { after: '0', ...query });
  return new Response(streamEvents(deps, visitor, after), {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    },
  });
});

const encoder = new TextEncoder();
const toFrame = (event: LiveEvent) =>
  encoder.encode(
    `${'seq' in event ? `id: ${event.seq}\n` : ''}data: ${JSON.stringify(event)}\n\n`,
  );

function streamEvents(deps: BackendDeps, visitor: Visitor, after: number): ReadableStream<Uint8Array> {
  const stops: (() => void)[] = [];
  const stop = () => {
    for (const undo of stops.splice(0)) undo();
  };
  return new ReadableStream<Uint8Array>(
    {
      async start(controller) {
        const close = () => {
          stop();
          controller.close();
        };
        const send = (frame: Uint8Array) => {
          if ((controller.desiredSize ?? 0) <= -maxQueuedEvents) close();
          else controller.enqueue(frame);
        };
        const feed = createFeed(deps, visitor, after, (event) => {
          send(toFrame(event));
        });
        const run = (work: () => Promise<'open' | 'closed'>) => {
          work().then(
            (state) => {
              if (state === 'closed' && stops.length > 0) close();
            },
            (error: unknown) => {
              stop();
              controller.error(error);
            },
          );
        };
        const heartbeat = setInterval(() => {
          send(encoder.encode(': alive\n\n'));
        }, heartbeatMilliseconds);
        stops.push(
          () => {
            clearInterval(heartbeat);
          },
          deps.store.watchSession(visitor.record.id, () => {
            run(feed.catchUp);
          }),
          deps.store.watchPresence((agent) => {
            if (agent === visitor.record.agent?.id) run(feed.sendPresence);
          }),
        );
        run(feed.sendPresence);
        run(feed.catchUp);
      },
      cancel: stop,
    },
    { highWaterMark: 0 },
  );
}

/** Sends what is new, one catch-up after the other: order holds even when commits come fast. */
function createFeed(
  deps: BackendDeps,
  visitor: Visitor,
  after: number,
  send: (event: LiveEvent) => void,
) {
  let last = after;
  let running: Promise<'open' | 'closed'> = Promise.resolve('open' as const);

  const sendNew = async (): Promise<'open' | 'closed'> => {
    const record = await deps.store.loadSession(visitor.record.id);
    if (!record) return 'closed';
    const { gate } = await resolveRecordGate(deps, { ...visitor, record }, 'visiting');
    if (gate.kind !== 'open') return 'closed';
    if (record.head.seq <= last) return 'open';
    for (;;) {
      const entries = await deps.store.readLog(record.id, last, pageSize);
      for (const entry of entries) {
        const message = projectMessage(entry);
        if (message) send({ kind: 'message', seq: entry.seq, message });
        last = entry.seq;
      }
      if (entries.length < pageSize) break;
    }
    const session = projectSession(record, visitor.participant, gate.access);
    send({ kind: 'session', seq: session.seq, session });
    return 'open';
  };

  return {
    catchUp: () => (running = running.then(sendNew)),
    sendPresence: async () => {
      const agentActivity = await readAgentActivity(deps, visitor.record);
      send({ kind: 'presence', agentActivity });
      return 'open' as const;
    },
  };
}
