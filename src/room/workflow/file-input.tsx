import { useQuery } from '@tanstack/react-query';

import { fileQuestionQuery } from '#room/workflow/chunks.ts';
import type { InputProps, OfKind } from '#room/workflow/field-words.tsx';
import { Loading, Skeleton } from '#ui/skeleton.tsx';

export type FileInputProps = Pick<InputProps<OfKind<'file'>>, 'field' | 'error'>;

/** A question for files. What is added to it is kept at once, so it reports nothing. */
export const FileInput = (props: FileInputProps) => {
  const { data } = useQuery({ ...fileQuestionQuery, throwOnError: true });
  if (data) return <data.FileQuestion {...props} />;
  return (
    <Loading>
      <Skeleton width={45} />
      <Skeleton shape="block" height={96} />
    </Loading>
  );
};
