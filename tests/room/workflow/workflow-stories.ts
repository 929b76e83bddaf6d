import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, vi } from 'vitest';

import type { InteractionId, SessionId } from '#contract/ids.ts';
import type { NewWorkflow } from '#contract/new-workflow.ts';
import type { TestBackend } from '#tests/support/create-test-backend.ts';
import { useMockServer } from '#tests/support/mock-server.ts';
import { renderRoom } from '#tests/support/render-room.tsx';
import {
  choiceField,
  dateField,
  emailField,
  formOf,
  isYes,
  numberField,
  pageOf,
  textField,
  yesNoField,
} from '#tests/support/workflow-samples.ts';

const labelled = <Field extends { label: string }>(field: Field, label: string): Field => ({ ...field, label });

/** An opening page, a form with every kind of field, and a form only for those with a car. */
export const everyKind: NewWorkflow = {
  steps: [
    pageOf('welcome', { next: 'you' }),
    formOf(
      'you',
      [
        labelled(textField('name', { maxLength: 20, autoComplete: 'name' }), 'Your name'),
        labelled(emailField('email'), 'Your email'),
        labelled(dateField('born', { earliest: '1900-01-01', latest: '2026-01-01' }), 'Date of birth'),
        labelled(choiceField('home', ['rent', 'own']), 'How do you live?'),
        labelled(choiceField('land', ['pl', 'de', 'fr', 'es', 'it', 'cz', 'sk', 'lt'], false), 'Where do you live?'),
        labelled(yesNoField('has-car'), 'Do you have a car?'),
        labelled(textField('note', { long: true, required: false, maxLength: 50 }), 'Anything else?'),
      ],
      { branches: [{ when: isYes('has-car'), to: 'car' }] },
    ),
    formOf('car', [labelled(numberField('worth', { minimum: 1, maximum: 90_000, decimals: 2 }), 'What is it worth?')]),
  ],
};

type User = Awaited<ReturnType<typeof renderRoom>>['user'];

export const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
export const field = (name: string | RegExp) => screen.getByLabelText(name);
export const press = (user: User, name: string | RegExp) => user.click(screen.getByRole('button', { name }));

/**
 * The mock server, for screens that save once more as they are left: after each test the page is closed and what it
 * still sends is answered.
 */
export function useQuestionsServer() {
  const mock = useMockServer();
  const pending = new Set<Promise<unknown>>();
  // What the stories come to is loaded before the first one waits for it.
  beforeAll(async () => {
    await import('#room/workflow/workflow-feature.tsx');
    await import('#room/collaboration/room-screen.tsx');
  }, 60_000);
  beforeEach(() => {
    const send = globalThis.fetch;
    vi.stubGlobal('fetch', (...request: Parameters<typeof fetch>) => {
      const answer = send(...request);
      pending.add(answer);
      const forget = () => pending.delete(answer);
      answer.then(forget, forget);
      return answer;
    });
  });
  afterEach(async () => {
    cleanup();
    while (pending.size > 0) await Promise.allSettled(pending);
  });
  return mock;
}

/** A customer inside the questions. */
export async function openQuestions(mock: ReturnType<typeof useQuestionsServer>, definition = everyKind) {
  const room = await renderRoom(mock, {
    settings: { autoOpen: true },
    interactions: [{ kind: 'workflow', title: 'About you', definition }],
  });
  const [id] = room.interactions;
  if (!id) throw new Error('Failed to start: no questions.');
  return { ...room, id };
}

/** Through the opening page, and everything answered on the next. */
export async function answerAboutYou(user: User, hasCar: 'Yes' | 'No' = 'Yes') {
  await heading('Page welcome');
  await press(user, 'Continue');
  await heading('Form you');
  await user.type(field('Your name'), 'Maya');
  await user.type(field('Your email'), 'maya@example.com');
  await user.type(field('Date of birth'), '1990-05-01');
  await user.click(screen.getByRole('radio', { name: 'Option rent' }));
  await user.click(screen.getByRole('radio', { name: hasCar }));
}

type Stored = Pick<TestBackend, 'deps'> & { sessionId: SessionId; id: InteractionId };

/** What the backend holds about the questions. */
export async function readStored({ deps, sessionId, id }: Stored) {
  const record = await deps.store.loadSession(sessionId);
  const stored = record?.interactions.find((interaction) => interaction.id === id);
  if (stored?.kind !== 'workflow') throw new Error('Failed to find the questions.');
  return stored;
}
