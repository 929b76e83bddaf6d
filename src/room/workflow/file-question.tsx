import { useQueryClient } from '@tanstack/react-query';

import { toFilledItem } from '#domain/workflow-files.ts';
import { Text } from '#lib/i18n/text.tsx';
import { useSessionClient } from '#lib/session-client/session-client.tsx';
import { AddedFiles, countRows } from '#room/files/added-files.tsx';
import { AddFiles, DropNow } from '#room/files/add-files.tsx';
import { addButtonId, itemElementId } from '#room/files/element-ids.ts';
import { countPlacesLeft } from '#room/files/uploads/upload-task.ts';
import { useUploadTasks } from '#room/files/uploads/use-upload-tasks.ts';
import { useUploads } from '#room/files/uploads/use-uploads.ts';
import { useKeptFocus } from '#room/files/use-kept-focus.ts';
import { usePastedFiles } from '#room/files/use-pasted-files.ts';
import { useUploadAnnouncements } from '#room/files/use-upload-announcements.ts';
import { useAnswerFiles } from '#room/workflow/answer-files.ts';
import { toWords } from '#room/workflow/field-words.tsx';
import type { FileInputProps } from '#room/workflow/file-input.tsx';
import styles from '#room/workflow/file-question.module.css';
import { takeFileOff } from '#room/workflow/workflow-query.ts';
import { ChoiceGroup } from '#ui/choice.tsx';
import { useFileDrop, useStrayDrops } from '#ui/use-file-drop.ts';

/** What was added for an answer, and how to add more. All of it takes dropped files. */
export const FileQuestion = ({ field, error }: FileInputProps) => {
  const client = useSessionClient();
  const cache = useQueryClient();
  const uploads = useUploads();
  const { interactionId, items } = useAnswerFiles();
  const tasks = useUploadTasks(interactionId);
  const item = items.find((one) => one.id === field.id) ?? toFilledItem(field, []);
  const { id, label, hint, optional } = toWords({ field });
  const add = (files: readonly File[]) => {
    uploads.add(interactionId, item, files);
  };
  const { isOver, handlers } = useFileDrop(add);
  useStrayDrops();
  usePastedFiles(items, (target, files) => {
    if (target.id === field.id) add(files);
  });
  useUploadAnnouncements(interactionId, [item]);
  useKeptFocus(countRows(item, tasks), () => document.getElementById(addButtonId(id))?.focus());

  return (
    <div id={itemElementId(item)} className={styles['question']} {...handlers}>
      <ChoiceGroup
        id={id}
        label={label}
        error={error}
        optional={optional}
        hint={
          field.minFiles > 1 ? (
            <>
              {hint} <Text id="workflow.add-at-least" values={{ minimum: field.minFiles }} />
            </>
          ) : (
            hint
          )
        }
      >
        <AddedFiles
          interactionId={interactionId}
          item={item}
          tasks={tasks}
          onRemove={(file) => takeFileOff(cache, client, { id: interactionId }, file)}
        />
        <AddFiles item={item} controlId={id} placesLeft={countPlacesLeft(item, tasks)} onFiles={add} />
      </ChoiceGroup>
      {isOver && <DropNow />}
    </div>
  );
};
