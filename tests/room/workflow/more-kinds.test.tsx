import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { workflowDefinitionSchema } from '#contract/workflow.ts';
import {
  field,
  heading,
  openQuestions,
  press,
  readStored,
  useQuestionsServer,
} from '#tests/room/workflow/workflow-stories.ts';
import { moreAnswers, moreKinds } from '#tests/support/more-kinds.ts';
import { bakerStreet, phoneField } from '#tests/support/workflow-samples.ts';

const mock = useQuestionsServer();

type User = Awaited<ReturnType<typeof openQuestions>>['user'];

const home = () => within(screen.getByRole('group', { name: /^Your home/ }));
const phone = () => within(screen.getByRole('group', { name: /^Your phone/ }));
const tick = (user: User, option: string) => user.click(screen.getByRole('checkbox', { name: `Option ${option}` }));
const answerTo = (question: string) => screen.getByText(question).closest('dt')?.nextElementSibling;

async function openMore() {
  const room = await openQuestions(mock, moreKinds);
  await heading('Form more');
  await screen.findByLabelText('Phone number');
  return room;
}

async function answerAll(user: User) {
  await tick(user, 'tv');
  await tick(user, 'friend');
  await user.type(field('Your savings'), '£1,250.5');
  await user.type(phone().getByLabelText('Phone number'), '020 7946 0958');
  await user.type(home().getByLabelText('Street and number'), bakerStreet.line1);
  await user.type(home().getByLabelText('Postcode'), bakerStreet.postalCode);
  await user.type(home().getByLabelText('Town or city'), bakerStreet.city);
}

describe('A customer who is asked for more than a word', () => {
  it('answers as they are used to, checks it as they would say it, and sends what a system can read', async () => {
    const { user, ...session } = await openMore();
    await answerAll(user);
    await press(user, 'Continue');
    await heading('Page thanks');
    await press(user, 'Continue');

    await heading('Check your answers');
    expect(answerTo('Where did you hear about us?')).toHaveTextContent('Option friend and Option tv');
    expect(answerTo('Your savings')).toHaveTextContent('£1,250.50');
    expect(answerTo('Your phone')).toHaveTextContent('+442079460958');
    expect(answerTo('Your home')).toHaveTextContent('221b Baker StreetNW1 6XE LondonUnited Kingdom');

    await press(user, 'Send my answers');
    await heading('All done');
    expect(await readStored(session)).toMatchObject({ status: 'completed', answers: moreAnswers });
  });

  it('is led another way by what they did not choose', async () => {
    const { user } = await openMore();
    await answerAll(user);
    await tick(user, 'tv');
    await press(user, 'Continue');
    await heading('Check your answers');
  });

  it('is told beside each field what is wrong, and led to the very part', async () => {
    const { user } = await openMore();
    await press(user, 'Continue');
    await screen.findByText('4 answers need another look');
    for (const [question, control, problem] of [
      [
        'Where did you hear',
        () => screen.getByRole('checkbox', { name: 'Option friend' }),
        'Choose at least one of the answers.',
      ],
      ['Your savings', () => field('Your savings'), /Enter an amount, for example £1,250\.50\./],
      ['Your phone', () => phone().getByLabelText('Phone number'), 'Enter a phone number.'],
      ['Your home', () => home().getByLabelText('Street and number'), 'Enter the address.'],
    ] as const) {
      await user.click(screen.getByRole('link', { name: new RegExp(`^${question}`) }));
      expect(control()).toHaveFocus();
      expect(control()).toHaveAttribute('aria-invalid', 'true');
      expect(control()).toHaveAccessibleDescription(problem);
    }
    await user.type(home().getByLabelText('Street and number'), 'Baker Street');
    expect(home().getByText('Enter the town or city.')).toBeInTheDocument();
    expect(home().getByLabelText('Town or city')).toHaveAttribute('aria-invalid', 'true');
    await user.type(home().getByLabelText('Town or city'), 'London');
    await user.selectOptions(home().getByLabelText('Country'), '');
    await press(user, 'Continue');
    await user.click(screen.getByRole('link', { name: /^Your home.*Choose the country/ }));
    expect(home().getByLabelText('Country')).toHaveFocus();
  });

  it('learns how much, how many, and which number', async () => {
    const { user } = await openMore();
    await answerAll(user);
    await tick(user, 'paper');
    await press(user, 'Continue');
    expect(screen.getByText('Choose 2 or fewer.', { selector: 'p *' })).toBeInTheDocument();
    await tick(user, 'paper');
    for (const [typed, problem] of [
      ['a lot', /Enter this as an amount, for example £1,250\.50\./],
      ['1.255', /Enter this as an amount/],
      ['0.99', /Enter £1\.00 or more\./],
      ['5,000.01', /Enter £5,000\.00 or less\./],
    ] as const) {
      await user.clear(field('Your savings'));
      await user.type(field('Your savings'), typed);
      await press(user, 'Continue');
      expect(field('Your savings')).toHaveAccessibleDescription(problem);
      expect(field('Your savings')).toHaveValue(typed);
    }
    const number = phone().getByLabelText('Phone number');
    await user.selectOptions(phone().getByLabelText('Country'), 'PL');
    await press(user, 'Continue');
    expect(number).toHaveAccessibleDescription(/Check this number against the country/);
    await user.clear(number);
    await user.type(number, '512 345 678');
    expect(number).not.toHaveAttribute('aria-invalid');
  });

  it('finds everything again after a reload, right or wrong', async () => {
    const { user, reload } = await openMore();
    await tick(user, 'paper');
    await user.type(field('Your savings'), '1.2.3');
    await user.selectOptions(phone().getByLabelText('Country'), 'PL');
    await user.type(phone().getByLabelText('Phone number'), '512');
    await user.selectOptions(home().getByLabelText('Country'), 'US');
    await user.type(home().getByLabelText('ZIP code'), '90210');
    reload();
    await heading('Form more');
    await screen.findByLabelText('Phone number');
    expect(screen.getByRole('checkbox', { name: 'Option paper' })).toBeChecked();
    expect(field('Your savings')).toHaveValue('1.2.3');
    expect(phone().getByLabelText('Country')).toHaveValue('PL');
    expect(phone().getByLabelText('Phone number')).toHaveValue('512');
    expect(home().getByLabelText('Country')).toHaveValue('US');
    expect(home().getByLabelText('ZIP code')).toHaveValue('90210');
  });

  it('finds it filled in when it came back', async () => {
    const { user, agent, sessionId, id } = await openMore();
    await answerAll(user);
    await press(user, 'Continue');
    await heading('Page thanks');
    await press(user, 'Continue');
    await heading('Check your answers');
    await press(user, 'Send my answers');
    await heading('All done');
    await agent.returnForCorrection(sessionId, id, 'Is that all you have?');
    await user.click(await screen.findByRole('button', { name: /Fix|About you/ }));
    await heading('Form more');
    expect(screen.getByText('Is that all you have?')).toBeInTheDocument();
    await screen.findByLabelText('Phone number');
    expect(field('Your savings')).toHaveValue('1250.50');
    expect(phone().getByLabelText('Phone number')).toHaveValue('+44 20 7946 0958');
    expect(home().getByLabelText('Town or city')).toHaveValue('London');
    expect(screen.getByRole('checkbox', { name: 'Option tv' })).toBeChecked();
    await user.clear(field('Your savings'));
    await user.type(field('Your savings'), '2000');
    await press(user, 'Continue');
    await heading('Page thanks');
  });
});

describe('A question of a kind that this page does not know', () => {
  it('is not taken for another', () => {
    const [step] = moreKinds.steps;
    const strange = { ...step, fields: [{ ...phoneField('it'), kind: 'retina-scan' }] };
    expect(workflowDefinitionSchema.safeParse({ steps: [strange] }).success).toBe(false);
  });
});
