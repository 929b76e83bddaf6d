import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import Upload from 'lucide-react/icons/upload';

import { addDocument } from '#contract/endpoints/agent.ts';
import { toPickerTypes } from '#domain/file-name.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { useFailureWords } from '#console/client/failure-text.ts';
import styles from '#console/shared/task/task.module.css';
import { PlaceFields } from '#console/shared/task/place-fields.tsx';
import type { DraftOf } from '#console/shared/task/task-draft.ts';
import type { TaskProps } from '#console/shared/task/task-props.ts';
import { wordsIn } from '#console/shared/task/template-words.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import type { FileShelf } from '#lib/storage/file-shelf.ts';
import { Button } from '#ui/button.tsx';
import { FieldError } from '#ui/field.tsx';
import { Icon } from '#ui/icon.tsx';
import { Notice } from '#ui/notice.tsx';
import { useFilePicker } from '#ui/use-file-picker.ts';

/** Null: it is not on the shelf. Let go of with the page, because it is large. */
const keptFileQuery = (shelf: FileShelf, name: string) =>
  queryOptions({
    queryKey: ['kept-file', name],
    queryFn: async () => (await shelf.read(name)) ?? null,
    staleTime: Infinity,
    gcTime: 0,
    networkMode: 'always',
  });

/** The PDF to sign, and where on it. The pages are drawn from the file that was picked, which is kept on the shelf. */
export const AgreementFields = ({ task, onChange, errorOf, language, shelf }: TaskProps<DraftOf<'agreement'>>) => {
  const text = useText();
  const words = useFailureWords();
  const { sendFile } = useConsole();
  const cache = useQueryClient();
  const kept = keptFileQuery(shelf, task.id);
  const { data: bytes } = useQuery(kept);
  const upload = useMutation({
    mutationFn: async (file: File) => {
      const read = new Uint8Array(await file.arrayBuffer());
      const added = await sendFile(addDocument, new Blob([read]));
      return { ...added, read, name: file.name, isKept: await shelf.keep(task.id, read) };
    },
    onSuccess: ({ read, name, fileId, pages }) => {
      cache.setQueryData(kept.queryKey, read);
      const fields = task.fields.filter(({ page }) => page < pages);
      onChange({ ...task, document: { fileId, name, pages }, fields });
    },
  });
  const problem = upload.error ? words(upload.error) : errorOf(`document-${task.id}`);
  const picker = useFilePicker(([file]) => file && upload.mutate(file));
  return (
    <>
      <div className={styles['buttons']}>
        <Button
          id={`document-${task.id}`}
          icon={<Icon icon={Upload} />}
          busy={upload.isPending}
          aria-describedby={problem === undefined ? undefined : `document-${task.id}-error`}
          onClick={picker.open}
        >
          <Text id={task.document ? 'console-task.other-pdf' : 'console-task.choose-pdf'} />
        </Button>
        <input
          {...picker.input}
          accept={toPickerTypes(['application/pdf'])}
          aria-label={text('console-task.choose-pdf')}
        />
        {task.document && (
          <span className={styles['muted']}>
            <Text
              id="console-task.pdf"
              values={{ name: task.document.name, pages: task.document.pages, fields: task.fields.length }}
            />
          </span>
        )}
      </div>
      <FieldError controlId={`document-${task.id}`}>{problem}</FieldError>
      {upload.data?.isKept === false && (
        <Notice tone="warning" label={text('console-task.file-not-kept')} live>
          <Text id="console-task.file-not-kept" />
        </Notice>
      )}
      {task.document && (
        <PlaceFields
          pages={task.document.pages}
          bytes={bytes}
          fields={task.fields}
          words={wordsIn(language)}
          onChange={(fields) => onChange({ ...task, fields })}
        />
      )}
    </>
  );
};
