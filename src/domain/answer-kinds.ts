/** What makes an answer acceptable where it is more than a word or a number: several choices, money, a phone number, a postal address, files. */
import { minorUnitsSchema, phoneSchema } from '#contract/scalars.ts';
import type { Address, Answer, FormField } from '#contract/workflow.ts';
import { countries } from '#domain/countries.ts';

type OfKind<Kind extends FormField['kind']> = Extract<FormField, { kind: Kind }>;

export const isAddress = (answer: Answer | undefined): answer is Address =>
  typeof answer === 'object' && !Array.isArray(answer);

/** Note: a country alone is none; it may have been picked for the customer. */
export const isBlankAddress = ({ line1, line2, postalCode, city, region }: Address): boolean =>
  [line1, line2, postalCode, city, region].every((line) => line.trim() === '');

/** What stands beside an option, where there are any. */
export const toLabel = (field: FormField, answer: string): string =>
  'options' in field ? (field.options.find(({ value }) => value === answer)?.label ?? answer) : answer;

export function findChoicesProblem({ options, minimum, maximum }: OfKind<'multiple-choice'>, answer: Answer) {
  if (!Array.isArray(answer) || new Set(answer).size !== answer.length) return 'not-an-option';
  if (!answer.every((chosen) => options.some(({ value }) => value === chosen))) return 'not-an-option';
  if (minimum !== null && answer.length < minimum) return 'too-few';
  return maximum !== null && answer.length > maximum ? 'too-many' : null;
}

export function findMoneyProblem({ minimum, maximum }: OfKind<'money'>, answer: Answer) {
  const { data } = minorUnitsSchema.safeParse(answer);
  if (data === undefined) return 'not-money';
  if (minimum !== null && data < minimum) return 'too-small';
  return maximum !== null && data > maximum ? 'too-large' : null;
}

/** Note: by its shape. Which numbers a country has given out changes faster than anybody's list of them. */
export const findPhoneProblem = (answer: Answer) => (phoneSchema.safeParse(answer).success ? null : 'not-a-phone');

/** Note: generous on purpose. What a postal code or a region looks like, and whether there is one, is for each country to say. */
export function findAddressProblem(answer: Answer) {
  if (!isAddress(answer)) return 'no-street';
  if (answer.line1.trim() === '') return 'no-street';
  if (answer.city.trim() === '') return 'no-city';
  return countries.includes(answer.country) ? null : 'no-country';
}

/** Note: by their number. Which files there are only the backend knows (`backend/customer/workflow-submit.ts`). */
export function findFilesProblem({ minFiles, maxFiles }: OfKind<'file'>, answer: Answer) {
  if (!Array.isArray(answer) || new Set(answer).size !== answer.length) return 'not-files';
  if (answer.length < minFiles) return 'too-few';
  return answer.length > maxFiles ? 'too-many' : null;
}
