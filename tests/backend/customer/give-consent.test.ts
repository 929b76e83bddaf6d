import { describe, expect, it } from 'vitest';

import { getEntry, getSession, giveConsent } from '#contract/endpoints/entry.ts';
import { entrySchema } from '#contract/entry.ts';
import { readCode, readProblem, startTestSession } from '#tests/support/start-session.ts';

const day = 24 * 60 * 60 * 1_000;
type Session = Awaited<ReturnType<typeof startTestSession>>;

const startAsked = (text = 'May we keep your data?') => startTestSession({ settings: { consent: { on: true, text } } });
const enter = async ({ customer }: Session) => entrySchema.parse(await (await customer(getEntry)).json());

async function readRevision(session: Session): Promise<string> {
  const entry = await enter(session);
  if (entry.kind !== 'consent') throw new Error(`Failed to be asked: ${entry.kind}`);
  return entry.consent.revision;
}
async function decide(session: Session, decision: 'agree' | 'disagree', key = 'key-of-decision') {
  const input = { decision, revision: await readRevision(session) };
  return entrySchema.parse(await (await session.customer(giveConsent, { input, key })).json());
}
const readFacts = async ({ deps, sessionId }: Session) =>
  (await deps.store.readLog(sessionId, 0, 100)).map(({ actor, fact }) => `${actor.name}: ${fact.kind}`);

describe('A customer who is asked for consent', () => {
  it('is inside at once after agreeing, and is not asked again', async () => {
    const session = await startAsked();
    expect(await decide(session, 'agree')).toMatchObject({ kind: 'open', session: { id: session.sessionId } });
    expect((await enter(session)).kind).toBe('open');
  });

  it('stays outside after disagreeing, and may change their mind by the same link', async () => {
    const session = await startAsked();
    expect((await decide(session, 'disagree')).kind).toBe('consent');
    expect(await readCode(session.customer(getSession))).toBe('consent-required');
    expect((await decide(session, 'agree', 'key-of-second-thoughts')).kind).toBe('open');
  });

  it('has both decisions in the log, with the text they were made on', async () => {
    const session = await startAsked();
    const revision = await readRevision(session);
    await decide(session, 'disagree');
    await decide(session, 'agree', 'key-of-second-thoughts');
    const log = await session.deps.store.readLog(session.sessionId, 1, 100);
    expect(log.map(({ fact }) => fact)).toEqual([
      { kind: 'consent-refused', revision },
      { kind: 'consent-given', revision },
    ]);
    expect(log.every(({ actor }) => actor.kind === 'customer' && actor.name === 'Cleo Customer')).toBe(true);
  });

  it('has it recorded once, however often the same answer arrives', async () => {
    const session = await startAsked();
    const input = { decision: 'agree', revision: await readRevision(session) };
    const answers = await Promise.all(
      [1, 2, 3].map(() => session.customer(giveConsent, { input, key: 'key-of-decision' })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await readCode(session.customer(giveConsent, { input, key: 'key-of-decision' }))).toBe('ok');
    expect(await readFacts(session)).toEqual(['Ada Agent: session-started', 'Cleo Customer: consent-given']);
  });

  it('is asked again when the text changed since', async () => {
    const session = await startTestSession();
    await session.agent.saveSystemSettings({ consent: { on: true, text: 'May we?' } });
    await decide(session, 'agree');
    await session.agent.saveSystemSettings({ consent: { on: true, text: 'May we, and sell it?' } });
    expect(await enter(session)).toMatchObject({ kind: 'consent', consent: { text: 'May we, and sell it?' } });
    expect(await readCode(session.customer(getSession))).toBe('consent-required');
  });

  it('does not agree to a text that changed while they were reading', async () => {
    const session = await startTestSession();
    await session.agent.saveSystemSettings({ consent: { on: true, text: 'May we?' } });
    const input = { decision: 'agree', revision: await readRevision(session) };
    await session.agent.saveSystemSettings({ consent: { on: true, text: 'May we, and sell it?' } });
    expect(await readCode(session.customer(giveConsent, { input }))).toBe('interaction-changed');
    expect((await enter(session)).kind).toBe('consent');
    expect(await readFacts(session)).toEqual(['Ada Agent: session-started']);
  });

  it('is let in who began to read before the link expired', async () => {
    const session = await startAsked();
    const input = { decision: 'agree', revision: await readRevision(session) };
    session.pass(7 * day + 1);
    const response = await session.customer(giveConsent, { input });
    expect(entrySchema.parse(await response.json()).kind).toBe('open');
  });

  it('cannot decide by a key that meant the opposite', async () => {
    const session = await startAsked();
    await decide(session, 'disagree');
    const input = { decision: 'agree', revision: await readRevision(session) };
    expect(await readCode(session.customer(giveConsent, { input, key: 'key-of-decision' }))).toBe('key-reused');
  });

  it.each([
    { path: 'decision', input: { decision: 'maybe', revision: 'r1' } },
    { path: 'revision', input: { decision: 'agree' } },
    { path: 'revision', input: { decision: 'agree', revision: 1 } },
  ])('cannot decide by $input', async ({ path, input }) => {
    const session = await startAsked();
    const problem = await readProblem(await session.customer(giveConsent, { input }));
    expect(problem).toMatchObject({ code: 'invalid-input', fields: [{ path }] });
  });
});

describe('A customer who is not asked', () => {
  it('is simply inside; nothing is recorded', async () => {
    const session = await startTestSession();
    const input = { decision: 'agree', revision: 'whatever' };
    expect(await readCode(session.customer(giveConsent, { input }))).toBe('ok');
    expect(await readFacts(session)).toEqual(['Ada Agent: session-started']);
  });

  it('is told about the gate that comes first', async () => {
    const session = await startTestSession({
      settings: { consent: { on: true, text: 'May we?' }, endAccess: { level: 'none' } },
    });
    await session.agent.endSession(session.sessionId);
    const input = { decision: 'agree', revision: 'whatever' };
    expect(await readCode(session.customer(giveConsent, { input }))).toBe('session-ended');
  });
});
