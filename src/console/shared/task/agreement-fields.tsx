import { useMutation } from '@tanstack/react-query';
import Upload from 'lucide-react/icons/upload';
import { useRef, useState } from 'react';

import { addDocument } from '#contract/endpoints/agent.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { useFailureWords } from '#console/client/failure-text.ts';
import styles from '#console/shared/task/task.module.css';
import { PlaceFields } from '#console/shared/task/place-fields.tsx';
import type { DraftOf } from '#console/shared/task/task-draft.ts';
import type { TaskProps } from '#console/shared/task/task-fields.tsx';
import { wordsIn } from '#console/shared/task/template-words.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { Button } from '#ui/button.tsx';
import { FieldError } from '#ui/field.tsx';
import { Icon } from '#ui/icon.tsx';

type Bytes = Uint8Array<ArrayBuffer>;

/** The PDF to sign, and where on it. Note: the pages are drawn from the file that was picked; after a reload only the fields are kept. */
export const AgreementFields = ({ task, onChange, errorOf, language }: TaskProps<DraftOf<'agreement'>>) => {
  const text = useText();
  const words = useFailureWords();
  const { sendFile } = useConsole();
  const picker = useRef<HTMLInputElement>(null);
  const [bytes, setBytes] = useState<Bytes | null>(null);
  const upload = useMutation({
    mutationFn: async (file: File) => {
      const read = new Uint8Array(await file.arrayBuffer());
      return { read, name: file.name, ...(await sendFile(addDocument, new Blob([read]))) };
    },
    onSuccess: ({ read, name, fileId, pages }) => {
      setBytes(read);
      const fields = task.fields.filter(({ page }) => page < pages);
      onChange({ ...task, document: { fileId, name, pages }, fields });
    },
  });
  const problem = upload.error ? words(upload.error) : errorOf(`document-${task.id}`);
  const pick = (file: File | undefined) => {
    if (picker.current) picker.current.value = '';
    if (file) upload.mutate(file);
  };
  return (
    <>
      <div className={styles['buttons']}>
        <Button
          id={`document-${task.id}`}
          icon={<Icon icon={Upload} />}
          busy={upload.isPending}
          aria-describedby={problem === undefined ? undefined : `document-${task.id}-error`}
          onClick={() => picker.current?.click()}
        >
          <Text id={task.document ? 'console-task.other-pdf' : 'console-task.choose-pdf'} />
        </Button>
        <input
          ref={picker}
          type="file"
          accept="application/pdf,.pdf"
          hidden
          aria-label={text('console-task.choose-pdf')}
          onChange={({ target }) => pick(target.files?.[0])}
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
