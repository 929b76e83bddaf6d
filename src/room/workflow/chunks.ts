/** What only some questions need: chunks of their own, fetched where such a question is asked. */
import { queryOptions } from '@tanstack/react-query';

const chunk = <Loaded>(name: string, load: () => Promise<Loaded>) =>
  queryOptions({
    queryKey: ['chunk', name],
    queryFn: load,
    staleTime: 'static',
    gcTime: Infinity,
    retry: 1,
    networkMode: 'always',
  });

/** The numbering plans of all countries. */
export const phoneNumbersQuery = chunk('phone-numbers', () => import('#lib/phone/phone-number.ts'));
export type PhoneNumbers = typeof import('#lib/phone/phone-number.ts');

/** What sends files. */
export const fileQuestionQuery = chunk('file-question', () => import('#room/workflow/file-question.tsx'));
