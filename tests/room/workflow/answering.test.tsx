import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { openLink } from '#tests/support/render-room.tsx';
import { readWholeStore } from '#tests/support/watch-writes.ts';
import {
  answerAboutYou,
  field,
  heading,
  openQuestions,
  press,
  readStored,
  useQuestionsServer,
} from '#tests/room/workflow/workflow-stories.ts';
import { formOf, pageOf, textField } from '#tests/support/workflow-samples.ts';

const mock = useQuestionsServer();

const answerTo = (question: string) => screen.getByText(question).closest('dt')?.nextElementSibling;

describe('A customer who answers the questions', () => {
  it('is led through what concerns them, checks, changes, and sends', async () => {
    const { user, ...session } = await openQuestions(mock);
    await answerAboutYou(user);
    await press(user, 'Continue');
    await heading('Form car');
    await user.type(field('What is it worth?'), '1,250.5');
    await press(user, 'Continue');

    await heading('Check your answers');
    expect(answerTo('Date of birth')).toHaveTextContent(/1 May 1990|May 1, 1990/);
    expect(answerTo('What is it worth?')).toHaveTextContent('1,250.50');
    expect(answerTo('Anything else?')).toHaveTextContent('Not answered');

    await press(user, 'Change Form you');
    await heading('Form you');
    await user.clear(field('Your name'));
    await user.type(field('Your name'), 'Maya Th');
    await press(user, 'Continue');
    await heading('Check your answers');
    expect(answerTo('Your name')).toHaveTextContent('Maya Th');

    await press(user, 'Send my answers');
    await heading('All done');
    expect(await readStored(session)).toMatchObject({
      status: 'completed',
      answers: {
        name: 'Maya Th',
        email: 'maya@example.com',
        born: '1990-05-01',
        home: 'rent',
        'has-car': true,
        worth: 1250.5,
      },
    });
    expect(Object.keys(localStorage).filter((key) => key.includes('questions:'))).toEqual([]);
  });

  it('is asked nothing about a car they do not have, and sends nothing about it', async () => {
    const { user, ...session } = await openQuestions(mock);
    await answerAboutYou(user);
    await press(user, 'Continue');
    await heading('Form car');
    await user.type(field('What is it worth?'), '500');
    await press(user, 'Back');
    await heading('Form you');
    await user.click(screen.getByRole('radio', { name: 'No' }));
    await press(user, 'Continue');
    await heading('Check your answers');
    expect(screen.queryByText('What is it worth?')).not.toBeInTheDocument();
    await press(user, 'Send my answers');
    await heading('All done');
    expect((await readStored(session)).answers).not.toHaveProperty('worth');
  });

  it('is led through a step that a change opened', async () => {
    const { user } = await openQuestions(mock);
    await answerAboutYou(user, 'No');
    await press(user, 'Continue');
    await heading('Check your answers');
    await press(user, 'Change Form you');
    await heading('Form you');
    await user.click(screen.getByRole('radio', { name: 'Yes' }));
    await press(user, 'Continue');
    await heading('Form car');
  });

  it('goes on with Enter', async () => {
    const { user } = await openQuestions(mock, { steps: [formOf('only', [textField('one')])] });
    await heading('Form only');
    await user.type(field('Question one?'), 'Yes{Enter}');
    await heading('Check your answers');
  });

  it('is told how many steps there are only when that is certain', async () => {
    const straight = await openQuestions(mock, { steps: [pageOf('one', { next: 'two' }), pageOf('two')] });
    await heading('Page one');
    expect(screen.getByText('Step 1 of 2')).toBeInTheDocument();
    straight.leave();
    await openQuestions(mock);
    await heading('Page welcome');
    expect(screen.getByText('Step 1')).toBeInTheDocument();
  });

  it('has done nothing yet by being led to the first page', async () => {
    const { deps, sessionId, leave } = await openQuestions(mock);
    const before = await readWholeStore(deps, sessionId);
    await heading('Page welcome');
    leave();
    expect(await readWholeStore(deps, sessionId)).toEqual(before);
  });

  it('sees why the questions came back, with everything filled in', async () => {
    const { user, agent, sessionId, id } = await openQuestions(mock, { steps: [formOf('only', [textField('one')])] });
    await heading('Form only');
    await user.type(field('Question one?'), 'Forty');
    await press(user, 'Continue');
    await heading('Check your answers');
    await press(user, 'Send my answers');
    await heading('All done');
    await agent.returnForCorrection(sessionId, id, 'In figures, please.');
    await user.click(await screen.findByRole('button', { name: /Fix|About you/ }));
    await heading('Form only');
    expect(screen.getByText('In figures, please.')).toBeInTheDocument();
    expect(field('Question one?')).toHaveValue('Forty');
  });
});

describe('A customer who left something out', () => {
  it('is told what, in a list that leads to each question', async () => {
    const { user } = await openQuestions(mock);
    await heading('Page welcome');
    await press(user, 'Continue');
    await heading('Form you');
    await press(user, 'Continue');
    const list = await screen.findByText('5 answers need another look');
    await waitFor(() => expect(list.closest('[role=alert]')).toHaveFocus());

    await user.click(screen.getByRole('link', { name: /How do you live/ }));
    const option = screen.getByRole('radio', { name: 'Option rent' });
    expect(option).toHaveFocus();
    expect(option).toHaveAccessibleDescription('Choose one of the answers.');
    expect(option).toHaveAttribute('aria-invalid', 'true');

    await user.click(screen.getByRole('link', { name: /Your email/ }));
    expect(field('Your email')).toHaveFocus();
    expect(field('Your email')).toHaveAttribute('aria-invalid', 'true');
    expect(field('Your email')).toHaveAccessibleDescription(/Enter an email address/);
  });

  it('sees a problem leave as it is put right, and keeps the list where it is', async () => {
    const { user } = await openQuestions(mock);
    await heading('Page welcome');
    await press(user, 'Continue');
    await heading('Form you');
    await user.type(field('Your email'), 'maya@');
    await press(user, 'Continue');
    expect(field('Your email')).toHaveAccessibleDescription(/with an @/);
    await user.type(field('Your email'), 'example.com');
    expect(field('Your email')).not.toHaveAttribute('aria-invalid');
    expect(screen.getByRole('link', { name: /Your email/ })).toBeInTheDocument();
  });

  it('is not corrected while typing', async () => {
    const { user } = await openQuestions(mock);
    await heading('Page welcome');
    await press(user, 'Continue');
    await heading('Form you');
    await user.type(field('Your email'), 'm');
    await user.tab();
    expect(field('Your email')).not.toHaveAttribute('aria-invalid');
  });

  it('learns what a number may be', async () => {
    const { user } = await openQuestions(mock);
    await answerAboutYou(user);
    await press(user, 'Continue');
    await heading('Form car');
    const worth = field('What is it worth?');
    for (const [typed, problem] of [
      ['a lot', 'Enter this as a number, for example 12.50.'],
      ['0', 'Enter 1 or more.'],
      ['90,001', 'Enter 90,000 or less.'],
      ['1.255', /at most 2 digits/],
    ] as const) {
      await user.clear(worth);
      await user.type(worth, typed);
      await press(user, 'Continue');
      expect(worth).toHaveAccessibleDescription(problem);
    }
  });
});

describe('A customer who moves about', () => {
  it('cannot skip what still needs an answer by its address', async () => {
    const { path, id, leave } = await openQuestions(mock);
    await heading('Page welcome');
    leave();
    openLink(`${path}/i/${id}/review`);
    await heading('Form you');
    expect(location.pathname).toBe(`${path}/i/${id}/you`);
  });

  it('goes back with the browser as with the page', async () => {
    const { user } = await openQuestions(mock);
    await answerAboutYou(user, 'No');
    await press(user, 'Continue');
    await heading('Check your answers');
    history.back();
    await heading('Form you');
    expect(field('Your name')).toHaveValue('Maya');
    await press(user, 'Back');
    await heading('Page welcome');
    expect(screen.queryByRole('button', { name: 'Back' })).not.toBeInTheDocument();
    history.forward();
    await heading('Form you');
  });
});
