/** What completes something, sent several times at once: one counts, and everybody is told the truth. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { allEndpoints } from '#contract/endpoints/all-endpoints.ts';
import { endSession, withdrawInteraction } from '#contract/endpoints/agent.ts';
import { getDocumentRequest, submitDocuments } from '#contract/endpoints/document-request.ts';
import { type Endpoint, toPath } from '#contract/endpoints/define-endpoint.ts';
import { getSession } from '#contract/endpoints/entry.ts';
import { decline, getEsign, sign } from '#contract/endpoints/esign.ts';
import { handOver, takeBack } from '#contract/endpoints/hand-over.ts';
import { decideSandboxCheckout, settlePayment, startCheckout } from '#contract/endpoints/payment.ts';
import { submitAnswers } from '#contract/endpoints/workflow.ts';
import { problemSchema } from '#contract/problem.ts';
import { sessionSchema } from '#contract/session.ts';
import { type OpenHost, openHost, payslip } from '#tests/hosts/node/hostile/open-host.ts';
import { operatorToken } from '#tests/support/start-node-host.ts';

let host: OpenHost;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.stop());

type Session = OpenHost['session'];
type Line = Pick<Endpoint, 'method' | 'path'>;
/** What is sent to complete it, and which of the session's interactions it is for. */
type Case = {
  line: Line;
  of: 'esign' | 'papers' | 'questions';
  status: string;
  input: (session: Session) => Promise<object>;
  /** How often the log says so by then; absent = once. */
  facts?: number;
};

const contact = { channel: 'email', email: 'anna@example.com' };
const handedOver = { revision: 1, name: 'Anna Alder', contact, note: '' };

const cases: Readonly<Record<string, Case>> = {
  sign: {
    line: sign,
    of: 'esign',
    status: 'completed',
    input: async ({ customer, esign }) => {
      const content = await customer.ask(getEsign, { interactionId: esign });
      return {
        revision: content.revision,
        documentSha256: content.document.sha256,
        values: { signature: { kind: 'applied' } },
        signature: { kind: 'typed', text: 'Cleo Customer' },
        initials: null,
        signingReason: null,
        reviewed: true,
      };
    },
  },
  decline: { line: decline, of: 'esign', status: 'declined', input: async () => ({ revision: 1, reason: 'No' }) },
  submitDocuments: {
    line: submitDocuments,
    of: 'papers',
    status: 'under-review',
    input: async ({ customer, papers }) => {
      const { revision, items } = await customer.ask(getDocumentRequest, { interactionId: papers });
      return { revision, items: { [payslip]: items[0]?.files.map(({ id }) => id) } };
    },
  },
  submitAnswers: {
    line: submitAnswers,
    of: 'questions',
    status: 'completed',
    input: async () => ({ revision: 1, answers: { employer: 'Nord Bank' } }),
  },
  handOver: { line: handOver, of: 'esign', status: 'waiting-for-others', input: async () => handedOver },
  takeBack: {
    line: takeBack,
    of: 'esign',
    status: 'new',
    facts: 2,
    input: async ({ customer, esign }) => {
      await customer.ask(handOver, { interactionId: esign }, handedOver);
      return { revision: 2 };
    },
  },
};

const send = (
  session: Session,
  { method, path }: Line,
  params: Record<string, string>,
  input: object | null,
  key: string,
) =>
  fetch(host.origin + toPath(path, params), {
    method,
    headers: {
      authorization: `Bearer ${session.token}`,
      'idempotency-key': key,
      ...(input && { 'content-type': 'application/json' }),
    },
    body: input && JSON.stringify(input),
  });

const times = Array.from({ length: 8 }, (_, at) => at);
const statusOf = (session: unknown, id: string) =>
  sessionSchema.parse(session).interactions.find((interaction) => interaction.id === id)?.status;
/** How often the log says that it was closed. */
const countFacts = (id: string) =>
  host
    .dump()
    .match(
      new RegExp(
        String.raw`(interaction-completed|interaction-declined|interaction-withdrawn|interaction-handed-over|interaction-taken-back|payment-attempted)\\",\\"interaction\\":\\"${id}`,
        'g',
      ),
    )?.length ?? 0;

it('Whatever completes something is raced here', () => {
  const completing = Object.entries(allEndpoints).filter(
    ([, { method, output }]) => method === 'POST' && output === sessionSchema,
  );
  expect(Object.keys(cases).toSorted()).toEqual(completing.map(([name]) => name).toSorted());
});

describe.each(Object.entries(cases))('%s', (_, { line, of, status, input, facts = 1 }) => {
  it('with one key counts once, and every answer says that it is done', async () => {
    const session = await host.start();
    const body = await input(session);
    const params = { interactionId: session[of] };
    const answers = await Promise.all(times.map(() => send(session, line, params, body, 'key-of-one-intent')));
    expect(answers.map((answer) => answer.status)).toEqual(times.map(() => 200));
    for (const answer of answers) expect(statusOf(await answer.json(), session[of])).toBe(status);
    expect(countFacts(session[of])).toBe(facts);
  });

  it('with several keys is won by one, and the others hear that nothing is left to do', async () => {
    const session = await host.start();
    const body = await input(session);
    const params = { interactionId: session[of] };
    const answers = await Promise.all(times.map((at) => send(session, line, params, body, `key-of-intent-${at}`)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers.filter(({ ok }) => !ok))
      expect(problemSchema.parse(await answer.json()).code).toBe('not-actionable');
    expect(statusOf(await session.customer.ask(getSession), session[of])).toBe(status);
    expect(countFacts(session[of])).toBe(facts);
  });
});

describe('Signing and declining at once', () => {
  it('is one of the two, never both', async () => {
    const session = await host.start();
    const [signing, declining] = [cases['sign'], cases['decline']];
    if (!signing || !declining) throw new Error('Failed to find both.');
    const [one, other] = [await signing.input(session), await declining.input(session)];
    const params = { interactionId: session.esign };
    const answers = await Promise.all(
      times.map((at) =>
        at % 2
          ? send(session, sign, params, one, `key-of-sign-${at}`)
          : send(session, decline, params, other, `key-of-decline-${at}`),
      ),
    );
    const won = answers.filter(({ ok }) => ok);
    expect(won).toHaveLength(1);
    const truth = statusOf(await session.customer.ask(getSession), session.esign);
    expect(statusOf(await won[0]?.json(), session.esign)).toBe(truth);
    expect(countFacts(session.esign)).toBe(1);
  });
});

describe('A customer who completes what the agent takes back', () => {
  it('is told how it ended, and so is the agent', async () => {
    const session = await host.start();
    const agent = { ...session, token: operatorToken };
    const params = { interactionId: session.questions };
    const [completed, withdrawn] = await Promise.all([
      send(session, submitAnswers, params, { revision: 1, answers: { employer: 'Nord Bank' } }, 'key-of-answers'),
      send(
        agent,
        withdrawInteraction,
        { ...params, sessionId: session.sessionId },
        { reason: 'Mistake' },
        'key-of-withdrawal',
      ),
    ]);
    expect([completed.ok, withdrawn.ok].toSorted()).toEqual([false, true]);
    const truth = statusOf(await session.customer.ask(getSession), session.questions);
    expect(truth).toBe(completed.ok ? 'completed' : 'cancelled');
    expect(countFacts(session.questions)).toBe(1);
  });
});

describe('A payment', () => {
  it('that is started, decided and settled many times at once is one payment', async () => {
    const session = await host.start();
    const params = { interactionId: session.fee };
    const body = { revision: 1, returnUrl: `${session.url}/paid/${session.fee}` };
    const started = await Promise.all(
      times.map((at) => send(session, startCheckout, params, body, `key-of-start-${at}`)),
    );
    const urls = await Promise.all(started.map(async (answer) => startCheckout.output.parse(await answer.json()).url));
    expect(new Set(urls).size).toBe(1);
    const checkoutId = new URL(urls[0] ?? '').pathname.split('/').at(-1) ?? '';
    const decide = (outcome: string) =>
      fetch(host.origin + toPath(decideSandboxCheckout.path, { checkoutId }), {
        method: 'POST',
        redirect: 'manual',
        body: `outcome=${outcome}`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
    await Promise.all(['paid', 'paid', 'paid', 'paid'].map(decide));
    const settled = await Promise.all(
      times.map((at) => send(session, settlePayment, params, null, `key-of-settle-${at}`)),
    );
    expect(settled.map(({ status }) => status)).toEqual(times.map(() => 200));
    expect(statusOf(await session.customer.ask(getSession), session.fee)).toBe('completed');
    expect(countFacts(session.fee)).toBe(1);
  });
});

describe('An end', () => {
  it('that is said many times at once is one', async () => {
    const session = await host.start();
    const agent = { ...session, token: operatorToken };
    const params = { sessionId: session.sessionId };
    const answers = await Promise.all(times.map((at) => send(agent, endSession, params, null, `key-of-end-${at}`)));
    expect(answers.map(({ status }) => status)).toEqual(times.map(() => 204));
    const entries = host.dump().split('session-ended').length - 1;
    expect(entries).toBe(1);
  });
});
