import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { http } from 'msw';
import { beforeAll, describe, expect, it } from 'vitest';

import type { NewWorkflow } from '#contract/new-workflow.ts';
import { createTusCustomer } from '#tests/backend/uploads/tus-customer.ts';
import { added, chooser, MiB, pdfFile, photo, problem } from '#tests/room/document-request/papers.tsx';
import {
  heading,
  openQuestions,
  press,
  readStored,
  useQuestionsServer,
} from '#tests/room/workflow/workflow-stories.ts';
import { fileField, formOf, pageOf, part, yesNoField } from '#tests/support/workflow-samples.ts';

const mock = useQuestionsServer();
beforeAll(() => import('#room/workflow/file-question.tsx'), 60_000);

const labelled = <Field extends { label: string }>(field: Field, label: string): Field => ({ ...field, label });

/** Who adds a photo is thanked on a page of its own. */
const papers: NewWorkflow = {
  steps: [
    formOf(
      'papers',
      [
        labelled(fileField('licence', { accept: ['application/pdf'], minFiles: 2 }), 'Your licence'),
        labelled(fileField('photo', { accept: ['image/jpeg'], maxFiles: 1, required: false }), 'A photo'),
        labelled(yesNoField('car', false), 'Do you have a car?'),
      ],
      { branches: [{ when: { kind: 'answered', field: part('photo') }, to: 'thanks' }] },
    ),
    pageOf('thanks'),
  ],
};

const openPapers = async () => {
  const room = await openQuestions(mock, papers);
  await heading('Form papers');
  await chooser('Your licence');
  return room;
};
type Room = Awaited<ReturnType<typeof openPapers>>;

const addLicence = async ({ user }: Pick<Room, 'user'>) => {
  await user.upload(await chooser('Your licence'), [pdfFile('front.pdf'), pdfFile('back.pdf', 3_000)]);
  await added('front.pdf');
  await added('back.pdf');
};
const question = (name: string) => screen.getByRole('group', { name: new RegExp(`^${name}`) });
const addButton = (name: string) =>
  screen.getByRole('button', { name: new RegExp(`^Add (a|another) file for ${name}`) });
const answerTo = (name: string) => screen.getByText(name).closest('dt')?.nextElementSibling;
/** The first part gets through, and nothing after it. */
const cutAfterFirstPart = ({ backend }: Pick<Room, 'backend'>) => {
  mock.server.use(
    http.patch('*/api/uploads/*', ({ request }) =>
      request.headers.get('upload-offset') === '0' ? backend(request) : problem('not-allowed'),
    ),
  );
};
const large = () => pdfFile('large.pdf', MiB + 1_000);

describe('A customer who is asked for files', () => {
  it('adds them, sees them among the answers, and hands them in', async () => {
    const { user, ...session } = await openPapers();
    expect(question('Your licence')).toHaveAccessibleDescription('Add 2 or more.');
    expect(addButton('Your licence')).toHaveAccessibleDescription('PDF · up to 3 files, at most 5 MB each');
    await addLicence({ user });
    await press(user, 'Continue');
    await heading('Check your answers');
    expect(answerTo('Your licence')).toHaveTextContent('front.pdf and back.pdf');
    expect(answerTo('A photo')).toHaveTextContent('Not answered');
    await press(user, 'Send my answers');
    await heading('All done');
    const stored = await readStored({ ...session });
    expect(stored.files.map(({ name }) => name)).toEqual(['front.pdf', 'back.pdf']);
    expect(stored.answers).toEqual({ licence: stored.files.map(({ id }) => id) });
    expect(screen.getByRole('list', { name: /About you/ })).toHaveTextContent('front.pdf');
  });

  it('is led another way by what they added', async () => {
    const { user } = await openPapers();
    await addLicence({ user });
    await user.upload(await chooser('A photo'), photo('me.jpg'));
    await added('me.jpg');
    await press(user, 'Continue');
    await heading('Page thanks');
  });

  it('is told what is missing, led to where it is added, and corrected no longer than needed', async () => {
    const { user } = await openPapers();
    await press(user, 'Continue');
    await user.click(await screen.findByRole('link', { name: /^Your licence Add a file/ }));
    expect(addButton('Your licence')).toHaveFocus();
    expect(addButton('Your licence')).toHaveAccessibleDescription(/Add a file\./);
    await user.upload(await chooser('Your licence'), pdfFile('front.pdf'));
    await added('front.pdf');
    expect(await within(question('Your licence')).findByText('Add 2 files or more.')).toBeVisible();
    await user.upload(await chooser('Your licence'), pdfFile('back.pdf'));
    await added('back.pdf');
    expect(within(question('Your licence')).queryByText('Add 2 files or more.')).not.toBeInTheDocument();
  });

  it('learns at once what is not taken, and may go on without it', async () => {
    const { user } = await openPapers();
    await addLicence({ user });
    await user.upload(await chooser('A photo'), new File(['PK\u0003\u0004'], 'photos.jpg', { type: 'image/jpeg' }));
    expect(await screen.findByText('photos.jpg was not added')).toBeVisible();
    expect(await screen.findByText(/^photos\.jpg was not added\. ./)).toBeInTheDocument();
    await press(user, 'Continue');
    await heading('Check your answers');
  });

  it('takes one off again', async () => {
    const { user, ...session } = await openPapers();
    await addLicence({ user });
    await press(user, 'Remove front.pdf');
    await user.click(screen.getByRole('button', { name: 'Remove file' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Look at front.pdf' })).not.toBeInTheDocument());
    await waitFor(() => expect(addButton('Your licence')).toHaveFocus());
    expect((await readStored(session)).added?.['licence']?.map(({ name }) => name)).toEqual(['back.pdf']);
    await press(user, 'Continue');
    expect(await screen.findByRole('link', { name: /^Your licence Add 2 files or more/ })).toBeVisible();
  });

  it('drops a file on the question, and pastes one into the first that is empty', async () => {
    await openPapers();
    fireEvent.drop(question('Your licence'), { dataTransfer: { types: ['Files'], files: [pdfFile('dropped.pdf')] } });
    await added('dropped.pdf');
    fireEvent.paste(window, { clipboardData: { files: [photo('pasted.jpg')] } });
    await added('pasted.jpg');
    expect(question('A photo')).toHaveTextContent('pasted.jpg');
    expect(question('Your licence')).not.toHaveTextContent('pasted.jpg');
  });
});

describe('Files for a question', () => {
  it('are there after a reload, on the page where their answers are checked too', async () => {
    const { user, reload } = await openPapers();
    await addLicence({ user });
    await press(user, 'Continue');
    await heading('Check your answers');
    reload();
    await heading('Check your answers');
    expect(answerTo('Your licence')).toHaveTextContent('front.pdf and back.pdf');
  });

  it('are not left behind half way: going on says so, and a reload goes on where they stopped', async () => {
    const room = await openPapers();
    await addLicence(room);
    cutAfterFirstPart(room);
    await room.user.upload(await chooser('Your licence'), large());
    await screen.findByRole('button', { name: 'Try again with large.pdf' });
    await press(room.user, 'Continue');
    expect(await screen.findByRole('link', { name: /^Your licence “large.pdf” did not get through/ })).toBeVisible();
    expect(within(question('Your licence')).getByText(/^“large.pdf” did not get through/)).toBeVisible();

    const { user } = room.reload();
    mock.serve(room.backend);
    expect(await screen.findByText(/^Not finished: choose this file again and it goes on at 1 MB/)).toBeVisible();
    await press(user, 'Continue');
    await user.click(await screen.findByRole('link', { name: /^Your licence “large.pdf” is not finished/ }));
    expect(screen.getByRole('button', { name: 'Choose again for large.pdf' })).toHaveFocus();
    const [chooseAgain] = await screen.findAllByLabelText('Choose a file for Your licence');
    if (chooseAgain) await user.upload(chooseAgain, large());
    await added('large.pdf');
    expect(within(question('Your licence')).queryByText(/is not finished/)).not.toBeInTheDocument();
    await press(user, 'Continue');
    await heading('Check your answers');
    expect(answerTo('Your licence')).toHaveTextContent('front.pdf, back.pdf, and large.pdf');
  });

  it('that were begun and left are not dropped without a word', async () => {
    const room = await openPapers();
    await addLicence(room);
    await press(room.user, 'Continue');
    await heading('Check your answers');
    const tus = createTusCustomer(room, room.path.split('/').at(-1) ?? '', room.id);
    await tus.begin({ item: 'photo', name: 'half.jpg', length: 100 });

    const { user } = room.reload();
    await heading('Check your answers');
    await press(user, 'Send my answers');
    const link = await screen.findByRole('link', { name: /^A photo “half.jpg” is not finished/ });
    expect(await readStored(room)).toMatchObject({ status: 'in-progress' });
    await user.click(link);
    await user.keyboard('{Enter}');
    await heading('Form papers');
    await press(user, 'Remove half.jpg');
    await waitFor(() => expect(screen.queryByText(/^Not finished/)).not.toBeInTheDocument());
    await press(user, 'Continue');
    await heading('Check your answers');
    await press(user, 'Send my answers');
    await heading('All done');
  });

  it('that another tab added are seen before anything is sent', async () => {
    const room = await openPapers();
    await addLicence(room);
    await press(room.user, 'Continue');
    await heading('Check your answers');
    const tus = createTusCustomer(room, room.path.split('/').at(-1) ?? '', room.id);
    await tus.upload(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2]), { item: 'photo', name: 'other-tab.jpg' });
    await press(room.user, 'Send my answers');
    await waitFor(() => expect(answerTo('A photo')).toHaveTextContent('other-tab.jpg'));
    expect(await readStored(room)).toMatchObject({ status: 'in-progress' });
    await press(room.user, 'Send my answers');
    await heading('All done');
  });

  it('are as they were when the questions come back', async () => {
    const { user, agent, sessionId, id } = await openPapers();
    await addLicence({ user });
    await press(user, 'Continue');
    await heading('Check your answers');
    await press(user, 'Send my answers');
    await heading('All done');
    await agent.returnForCorrection(sessionId, id, 'The back is blurred.');
    await user.click(await screen.findByRole('button', { name: /Fix|About you/ }));
    await heading('Form papers');
    await added('front.pdf');
    await added('back.pdf');
  });
});
