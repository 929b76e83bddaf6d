/**
 * What a thousand customers do in a while: a fixed number of requests a second, whatever became of those before. Each is timed from the
 * moment it was due, so that a host which holds everybody up cannot hide it by being asked less.
 */
import { saveWorkflowDraft } from '#contract/endpoints/workflow.ts';
import { type Endpoint, toPath } from '#contract/endpoints/define-endpoint.ts';
import { appendToUpload } from '#contract/endpoints/document-request.ts';
import { getEntry } from '#contract/endpoints/entry.ts';
import { sendMessage } from '#contract/endpoints/message.ts';
import { type Customer, uploadLength } from '#tests/bench/load/customers.ts';
import { type Answer, send } from '#tests/bench/load/send.ts';

export const actions = ['entry', 'draft', 'message', 'chunk'] as const;
type Action = (typeof actions)[number];

/** Of twenty requests. */
const mix: readonly Action[] = [
  ...(['entry', 'draft', 'entry', 'chunk', 'draft', 'entry', 'message', 'draft', 'entry', 'chunk'] as const),
  ...(['entry', 'draft', 'message', 'entry', 'draft', 'entry', 'chunk', 'draft', 'message', 'entry'] as const),
];
/** A photo as the page shrinks it takes one or two of them. */
const chunk = new Uint8Array(256 * 1_024).fill(32);

export type Traffic = {
  /** Milliseconds, by action. */
  times: Record<Action, number[]>;
  bareTimes: number[];
  errors: string[];
  /** When each message was due to be sent, by its key. */
  messages: Map<string, number>;
};

type Options = {
  origin: string;
  bareOrigin: string;
  customers: readonly Customer[];
  perSecond: number;
  seconds: number;
};

export async function makeTraffic({ origin, bareOrigin, customers, perSecond, seconds }: Options): Promise<Traffic> {
  const traffic: Traffic = {
    times: { entry: [], draft: [], message: [], chunk: [] },
    bareTimes: [],
    errors: [],
    messages: new Map(),
  };
  const time = async (name: string, due: number, times: number[], ask: () => Promise<Answer>) => {
    try {
      const { status, bytes } = await ask();
      times.push(performance.now() - due);
      if (status >= 300) traffic.errors.push(`${name}: ${status} ${bytes.toString().slice(0, 200)}`);
    } catch (error) {
      traffic.errors.push(`${name}: ${String(error)}`);
    }
  };

  const startedAt = performance.now();
  const running = new Set<Promise<void>>();
  const start = (work: Promise<void>) => {
    running.add(work);
    void work.finally(() => running.delete(work));
  };
  for (let index = 0; index < perSecond * seconds; index += 1) {
    const due = startedAt + (index * 1_000) / perSecond;
    await until(due);
    const action = mix[index % mix.length] ?? 'entry';
    // Note: everybody's turn moves on by one each time round, so that all do everything.
    const customer = customers[(index + Math.floor(index / customers.length)) % customers.length];
    if (!customer) throw new Error('Failed to make traffic: there is nobody.');
    start(time(action, due, traffic.times[action], () => asking[action](origin, customer, { due, traffic })));
    if (action === 'entry') start(time('bare', due, traffic.bareTimes, () => askEntry(bareOrigin, customer)));
  }
  await Promise.all(running);
  return traffic;
}

const until = (due: number) =>
  new Promise<void>((resolve) => {
    const milliseconds = due - performance.now();
    if (milliseconds > 0) setTimeout(resolve, milliseconds);
    else resolve();
  });

type Ask = (origin: string, customer: Customer, sent: { due: number; traffic: Traffic }) => Promise<Answer>;

export const askEntry = (origin: string, { headers }: Pick<Customer, 'headers'>): Promise<Answer> =>
  send(origin + getEntry.path, { method: getEntry.method, headers });

const asking: Readonly<Record<Action, Ask>> = {
  entry: askEntry,
  draft: async (origin, customer) => {
    const answers = { employer: `Northwind ${customer.revision}` };
    const answer = await sendJson(origin, customer, saveWorkflowDraft, {
      writer: 'tab-number-1',
      revision: customer.revision,
      takeOver: false,
      content: { answers, step: null },
    });
    customer.revision += 1;
    return answer;
  },
  message: (origin, customer, { due, traffic }) => {
    const key = crypto.randomUUID();
    traffic.messages.set(key, due);
    return sendJson(origin, customer, sendMessage, { text: 'Is the fee to be paid now?' }, { 'idempotency-key': key });
  },
  chunk: (origin, customer) => {
    const { path, offset } = customer.upload;
    if (offset + chunk.length >= uploadLength) throw new Error('Failed to make traffic: everything was uploaded.');
    customer.upload.offset += chunk.length;
    return send(origin + path, {
      method: appendToUpload.method,
      headers: {
        ...customer.headers,
        'tus-resumable': '1.0.0',
        'upload-offset': String(offset),
        'content-type': 'application/offset+octet-stream',
      },
      body: chunk,
    });
  },
};

const sendJson = (
  origin: string,
  customer: Customer,
  { method, path }: Pick<Endpoint, 'method' | 'path'>,
  input: unknown,
  more: Readonly<Record<string, string>> = {},
): Promise<Answer> =>
  send(origin + toPath(path, { interactionId: customer.questions }), {
    method,
    headers: { ...customer.headers, ...more, 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });
