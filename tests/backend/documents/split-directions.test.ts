import { expect, test } from 'vitest';

import { splitDirections } from '#backend/documents/split-directions.ts';

test.each([
  ['a line from left to right stays as it is', 'Maya (Thompson)', ['Maya (Thompson)']],
  ['runs of a line from right to left are drawn from its end', 'مبلغ 8000 درهم', ['درهم', ' 8000', 'مبلغ ']],
  ['brackets in a run from right to left open the other way', 'ليلى (المنصوري)', ['ليلى )المنصوري(']],
  ['brackets round a number in a line from right to left', 'مبلغ (8000) درهم', ['درهم', ' (8000', 'مبلغ )']],
  ['brackets round a name in a line from left to right', 'Layla (ليلى) A.', ['Layla (', ' )ليلى', 'A.']],
])('%s', (_, text, runs) => {
  expect(splitDirections(text)).toEqual(runs);
});
