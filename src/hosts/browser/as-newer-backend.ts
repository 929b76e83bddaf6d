/**
 * Answers as a backend of next year might: wherever a session is, one interaction more is in it, of a kind that this app does not
 * know. So QA can see the safe card (product.md 5), and that everything else goes on.
 */
import * as z from 'zod/mini';

const sessionSchema = z.looseObject({ startedAt: z.string(), interactions: z.array(z.unknown()) });
const carrierSchema = z.looseObject({ session: sessionSchema });
const eventPattern = /^data: (.*)$/m;

const addUnknownKind = (session: z.infer<typeof sessionSchema>) => ({
  ...session,
  interactions: [
    ...session.interactions,
    {
      id: 'from-a-newer-backend',
      kind: 'video-call',
      title: 'A call with your agent',
      status: 'new',
      revision: 1,
      addedAt: session.startedAt,
      closedAt: null,
      reason: null,
      files: [],
      room: 'something this app has never heard of',
    },
  ],
});

/** The same JSON with one interaction more; undefined where there is no session in it. */
function renew(text: string): string | undefined {
  const answer = parseJson(text);
  const session = sessionSchema.safeParse(answer);
  if (session.success) return JSON.stringify(addUnknownKind(session.data));
  const carrier = carrierSchema.safeParse(answer);
  return carrier.success
    ? JSON.stringify({ ...carrier.data, session: addUnknownKind(carrier.data.session) })
    : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An answer without a session in it stays as it is. */
export async function asNewerBackend(answer: Response): Promise<Response> {
  const type = answer.headers.get('content-type') ?? '';
  if (type.startsWith('text/event-stream') && answer.body) {
    return new Response(answer.body.pipeThrough(renewEvents()), answer);
  }
  if (!type.startsWith('application/json')) return answer;
  const text = await answer.text();
  return new Response(renew(text) ?? text, answer);
}

/** Note: our backend sends each event as a chunk of its own. */
function renewEvents() {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  return new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      const frame = decoder.decode(chunk);
      const data = eventPattern.exec(frame)?.[1];
      const renewed = data === undefined ? undefined : renew(data);
      controller.enqueue(
        renewed === undefined ? chunk : encoder.encode(frame.replace(eventPattern, () => `data: ${renewed}`)),
      );
    },
  });
}
