import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';

import type { DocumentRequestContent } from '#contract/document-request.ts';
import type { DocumentRequestSummary } from '#contract/interaction.ts';
import texts from '#lib/i18n/catalogs/en/documents.json';
import fileTexts from '#lib/i18n/catalogs/en/files.json';
import { addEnglish } from '#lib/i18n/english.ts';
import { Text } from '#lib/i18n/text.tsx';
import { useSessionClient } from '#lib/session-client/session-client.tsx';
import { useOpenEntry } from '#lib/session-client/session-data.ts';
import { documentRequestQuery } from '#room/document-request/document-request-query.ts';
import { NotSentNotice } from '#room/document-request/not-sent-notice.tsx';
import { listProblems, problemId, ProblemText } from '#room/document-request/problems.tsx';
import { RequestedItemCard } from '#room/document-request/requested-item-card.tsx';
import { useSubmitDocuments } from '#room/document-request/use-submit-documents.ts';
import { useUploadAnnouncements } from '#room/files/use-upload-announcements.ts';
import { usePastedFiles } from '#room/files/use-pasted-files.ts';
import { useStrayDrops } from '#ui/use-file-drop.ts';
import { listWaiting } from '#room/files/uploads/upload-task.ts';
import { useUploadTasks } from '#room/files/uploads/use-upload-tasks.ts';
import { useUploads } from '#room/files/uploads/use-uploads.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Screen } from '#ui/screen.tsx';
import { Loading, Skeleton } from '#ui/skeleton.tsx';
import { Stack } from '#ui/stack.tsx';

addEnglish(texts);
addEnglish(fileTexts);

/** `top`: what it is a step of. */
type ScreenProps = { interaction: DocumentRequestSummary; top?: ReactNode };

const refreshMilliseconds = 5_000;

/** Papers the business asks for: added one by one, sent together. */
export const DocumentRequestScreen = ({ interaction, top }: ScreenProps) => {
  const client = useSessionClient();
  const tasks = useUploadTasks(interaction.id);
  const { data: content } = useQuery({
    ...documentRequestQuery(client, interaction),
    placeholderData: keepPreviousData,
    // Note: coming back from another tab, where a file may have been added or removed; that raises no revision.
    refetchOnWindowFocus: 'always',
    throwOnError: (_, query) => query.state.data === undefined,
    // Note: an unfinished upload that is not ours may be on its way from another tab.
    refetchInterval: ({ state }) =>
      state.data?.items.some((item) => listWaiting(item, tasks).length > 0) ? refreshMilliseconds : false,
  });
  if (!content) return <LoadingScreen interaction={interaction} top={top} />;
  return <OpenRequest interaction={interaction} top={top} content={content} />;
};

const LoadingScreen = ({ interaction, top }: ScreenProps) => (
  <Screen heading={<bdi>{interaction.title}</bdi>} focusKey={interaction.id} notices={top}>
    <Loading label={<Text id="documents.loading" />}>
      <Skeleton width={70} />
      <Skeleton shape="block" height={180} />
      <Skeleton shape="block" height={180} />
    </Loading>
  </Screen>
);

const OpenRequest = ({ interaction, top, content }: ScreenProps & { content: DocumentRequestContent }) => {
  const [attempt, setAttempt] = useState(0);
  const tasks = useUploadTasks(interaction.id);
  const uploads = useUploads();
  const submission = useSubmitDocuments(content);
  const problems = listProblems(content.items, tasks);
  const shownProblems = attempt > 0 ? problems : [];
  useUploadAnnouncements(content.id, content.items);
  usePastedFiles(content.items, (item, files) => uploads.add(content.id, item, files));
  useStrayDrops();

  const send = () => {
    if (problems.length > 0) setAttempt(attempt + 1);
    else submission.send();
  };

  return (
    <Screen
      heading={<bdi>{interaction.title}</bdi>}
      focusKey={interaction.id}
      notices={top}
      lead={<Lead interaction={interaction} count={content.items.length} />}
      actions={
        <Button variant="primary" busy={submission.isSending} onClick={send}>
          <SendText content={content} />
        </Button>
      }
    >
      <ErrorSummary
        title={<Text id="documents.problems" values={{ count: problems.length }} />}
        attempt={attempt}
        problems={shownProblems.map((problem) => ({
          id: problemId(problem),
          message: <ProblemText problem={problem} />,
        }))}
      />
      <Stack>
        {content.items.map((item) => (
          <RequestedItemCard
            key={item.id}
            place={{ interactionId: interaction.id, item }}
            tasks={tasks}
            isMissing={shownProblems.some((problem) => problem.kind === 'missing' && problem.item.id === item.id)}
          />
        ))}
      </Stack>
      <NotSentNotice failure={submission.failure} onRetry={send} />
    </Screen>
  );
};

const Lead = ({ interaction, count }: Pick<ScreenProps, 'interaction'> & { count: number }) => {
  const { branding } = useOpenEntry();
  if (interaction.status === 'returned') return <Text id="documents.lead-returned" />;
  if (branding.companyName === null) return <Text id="documents.lead-unbranded" values={{ count }} />;
  return <Text id="documents.lead" values={{ count, company: branding.companyName }} />;
};

const SendText = ({ content }: { content: DocumentRequestContent }) => {
  const count = content.items.reduce((sum, { files }) => sum + files.length, 0);
  const isOptional = content.items.every(({ required }) => !required);
  if (count === 0 && isOptional) return <Text id="documents.send-none" />;
  return <Text id="documents.send" values={{ count }} />;
};
