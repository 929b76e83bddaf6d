import { describe, expect, it } from 'vitest';

import { getEntry } from '#contract/endpoints/entry.ts';
import { sendMessage } from '#contract/endpoints/message.ts';
import type { SettingsLevel } from '#contract/settings.ts';
import { readToken } from '#backend/scenarios/customer-client.ts';
import { changeRecord, withInteraction } from '#backend/scenarios/change-record.ts';
import { day, followMessages, hour, minute } from '#tests/backend/messages/follow-messages.ts';
import { createTestBackend, testTeam } from '#tests/support/create-test-backend.ts';
import { buildDocumentRequest } from '#tests/support/sample-interactions.ts';
import { createCaller } from '#tests/support/start-session.ts';

// The clock of the tests starts on Sunday 22 November 2026, 9:00 UTC, which is 10:00 in Berlin.
const reminders = {
  on: true,
  schedule: {
    weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'],
    fromHour: 9,
    toHour: 18,
    timeZone: 'Europe/Berlin',
    repetitions: 3,
  },
} satisfies SettingsLevel['reminders'];
const unfinished = { settings: { reminders }, interactions: [buildDocumentRequest()] };

describe('A customer with unfinished business', () => {
  it('is reminded on the days and at the hours of the business, as often as it says', async () => {
    const { later, listSent } = await followMessages(unfinished);
    await later(14 * day);
    expect(await listSent()).toEqual([
      'reminder 2026-11-23T08:00',
      'reminder 2026-11-24T08:00',
      'reminder 2026-11-25T08:00',
    ]);
  });

  it('is told how much is left, and comes in by the link', async () => {
    const { later, listMessages, backend } = await followMessages({
      ...unfinished,
      interactions: [buildDocumentRequest('One'), buildDocumentRequest('Two')],
    });
    await later(day);
    const reminder = (await listMessages()).at(-1);
    expect(reminder).toMatchObject({ kind: 'reminder', channel: 'email', to: 'cleo@example.com' });
    expect(reminder?.words.text).toContain('2 things are not finished yet');
    const entry = await createCaller(backend, readToken(reminder?.url ?? ''))(getEntry);
    expect(await entry.json()).toMatchObject({ kind: 'open' });
  });

  it('is left alone when everything is done', async () => {
    const { later, listSent, deps, sessionId, interactions } = await followMessages(unfinished);
    await later(day);
    await changeRecord(deps, sessionId, withInteraction(interactions[0], { status: 'completed' }));
    await later(7 * day);
    expect(await listSent()).toEqual(['reminder 2026-11-23T08:00']);
  });

  it('is left alone when the session ended', async () => {
    const { later, listSent, agent, sessionId } = await followMessages(unfinished);
    await agent.endSession(sessionId);
    await later(7 * day);
    expect(await listSent()).toEqual([]);
  });

  it.each([
    { why: 'reminders are off', input: { ...unfinished, settings: {} } },
    { why: 'the session is embedded', input: { ...unfinished, settings: { reminders, embeddedSession: true } } },
    { why: 'there was never anything to do', input: { ...unfinished, interactions: [] } },
  ])('hears nothing where $why', async ({ input }) => {
    const { later, listSent } = await followMessages(input);
    await later(14 * day, hour);
    expect(await listSent()).toEqual([]);
  });

  it('hears nothing by text message from the moment text messages are off', async () => {
    const { later, listSent, agent } = await followMessages({ ...unfinished, channel: 'sms' });
    await later(day);
    await agent.saveTeamSettings(testTeam, { textMessages: false });
    await later(7 * day, hour);
    expect(await listSent()).toEqual(['reminder 2026-11-23T08:00']);
  });

  it('is not reminded on a day on which they did something, nor while they are there', async () => {
    const { later, listSent, customer, deps, sessionId } = await followMessages(unfinished);
    await later(20 * hour);
    await customer(sendMessage, { input: { text: 'I am looking for it' } });
    await later(24 * hour);
    const you = (await deps.store.loadSession(sessionId))?.participants[0]?.id;
    if (!you) throw new Error('There is a customer.');
    const leave = deps.store.attend(you);
    await later(24 * hour);
    leave();
    await later(24 * hour);
    expect(await listSent()).toEqual(['reminder 2026-11-25T08:00']);
  });

  it('is reminded again of what is asked for later', async () => {
    const { later, listSent, agent, sessionId } = await followMessages(unfinished);
    await later(7 * day, hour);
    await agent.addInteraction(sessionId, buildDocumentRequest('Another paper'));
    await later(3 * day, hour);
    expect((await listSent()).filter((sent) => sent.startsWith('reminder'))).toHaveLength(6);
  });

  it('is reminded within a day when reminders are turned on later', async () => {
    const { later, listSent, agent } = await followMessages({ ...unfinished, settings: {} });
    await later(3 * day, hour);
    await agent.saveTeamSettings(testTeam, { reminders });
    await later(1 * day, hour);
    expect(await listSent()).toHaveLength(1);
  });

  it('is not flooded by a clock that jumps a year ahead, nor forgotten when it comes back', async () => {
    const { pass, wakeAll, later, listSent } = await followMessages({
      ...unfinished,
      settings: { reminders: { ...reminders, schedule: { ...reminders.schedule, repetitions: 30 } } },
    });
    // Saturday 27 November 2027 is no day for it, Monday is.
    pass(372 * day);
    await wakeAll();
    expect(await listSent()).toHaveLength(1);
    pass(-372 * day);
    await later(2 * day);
    expect((await listSent()).slice(1)).toEqual(['reminder 2026-11-23T08:00', 'reminder 2026-11-24T08:00']);
  });

  it('is reminded once when two wake the session at once', async () => {
    const first = await followMessages(unfinished);
    first.pass(23 * hour + 30 * minute);
    await Promise.all([first.wakeAll(), first.wakeAll(), first.wakeAll()]);
    expect(await first.listSent()).toEqual(['reminder 2026-11-23T08:30']);
  });
});

it('Clocks that are changed move no reminder: nine is nine, before and after', async () => {
  const test = createTestBackend();
  // Saturday 24 October 2026, 10:00 in Berlin; clocks go back on Sunday.
  test.pass(Date.UTC(2026, 9, 24, 8) - test.deps.now());
  const settings: SettingsLevel = {
    reminders: { on: true, schedule: { ...reminders.schedule, weekdays: ['sat', 'sun', 'mon'] } },
  };
  const { later, listSent } = await followMessages({ ...unfinished, settings }, test);
  await later(3 * day);
  expect(await listSent()).toEqual(['reminder 2026-10-25T08:00', 'reminder 2026-10-26T08:00']);
});
