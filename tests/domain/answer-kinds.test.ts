import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type Answer, answerSchema, type FormField } from '#contract/workflow.ts';
import { type AnswerProblem, findAnswerProblem, isAnswered } from '#domain/workflow-answers.ts';
import {
  addressField,
  bakerStreet,
  fileField,
  moneyField,
  part,
  phoneField,
  severalField,
} from '#tests/support/workflow-samples.ts';

const colours = severalField('it', ['red', 'blue', 'green'], { minimum: 2, maximum: 2 });
const fee = moneyField('it', { minimum: 100, maximum: 5_000 });
const parts = (...values: string[]) => values.map(part);
const scans = fileField('it', { minFiles: 2, maxFiles: 3 });
const nowhere = { ...bakerStreet, line1: '', postalCode: ' ', city: '' };

describe('What may be handed in', () => {
  it.each<[string, FormField, Answer | undefined, AnswerProblem | null]>([
    ['several options', colours, parts('red', 'green'), null],
    ['too few', colours, parts('red'), 'too-few'],
    ['too many', colours, parts('red', 'blue', 'green'), 'too-many'],
    ['any number where nothing is said', severalField('it', ['red', 'blue']), parts('red'), null],
    ['one twice', colours, parts('red', 'red'), 'not-an-option'],
    ['one that is not offered', colours, parts('red', 'pink'), 'not-an-option'],
    ['the name of an option', colours, 'red', 'not-an-option'],
    ['none', colours, [], 'required'],
    ['none where none is needed', severalField('it', ['red'], { required: false, minimum: 1 }), [], null],
    ['files', scans, parts('front', 'back'), null],
    ['a file too few', scans, parts('front'), 'too-few'],
    ['a file too many', scans, parts('a', 'b', 'c', 'd'), 'too-many'],
    ['a file twice', scans, parts('front', 'front'), 'not-files'],
    ['the name of a file', scans, 'front', 'not-files'],
    ['no file', scans, undefined, 'required'],
    ['no file where none is needed', { ...scans, required: false }, undefined, null],
    ['an amount', fee, 1_250, null],
    ['the least', fee, 100, null],
    ['a penny less', fee, 99, 'too-small'],
    ['a penny more than the most', fee, 5_001, 'too-large'],
    ['half a penny', fee, 100.5, 'not-money'],
    ['a debt', moneyField('it'), -1, 'not-money'],
    ['more than anybody has', moneyField('it'), 1e15, 'not-money'],
    ['what is left of typing', fee, '12,x', 'not-money'],
    ['nothing', fee, undefined, 'required'],
    ['a phone number', phoneField('it'), '+442079460958', null],
    ['one as it is written', phoneField('it'), 'GB 020 7946 0958', 'not-a-phone'],
    ['one without its country', phoneField('it'), '02079460958', 'not-a-phone'],
    ['a number that is none', phoneField('it'), 442079460958, 'not-a-phone'],
    ['no phone number', phoneField('it'), ' ', 'required'],
    ['an address', addressField('it'), bakerStreet, null],
    ['one without a postal code', addressField('it'), { ...bakerStreet, postalCode: '' }, null],
    ['one without a street', addressField('it'), { ...bakerStreet, line1: ' ' }, 'no-street'],
    ['one without a town', addressField('it'), { ...bakerStreet, city: '' }, 'no-city'],
    ['one without a country', addressField('it'), { ...bakerStreet, country: '' }, 'no-country'],
    ['one in no country', addressField('it'), { ...bakerStreet, country: 'ZZ' }, 'no-country'],
    ['one in a word', addressField('it'), 'London', 'no-street'],
    ['a country alone', addressField('it'), nowhere, 'required'],
  ])('%s', (_, field, answer, problem) => {
    expect(findAnswerProblem(field, answer)).toBe(problem);
  });

  it('is decided for everything that can be sent to any question, and no two ways for the same', () => {
    const line = fc.string({ maxLength: 10 });
    const anything = fc.oneof(
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.array(fc.constantFrom('red', 'blue', 'x'), { minLength: 1, maxLength: 4 }),
      fc.record({ line1: line, line2: line, postalCode: line, city: line, region: line, country: line }),
    );
    const fields = [colours, scans, fee, phoneField('it'), addressField('it')];
    fc.assert(
      fc.property(anything, fc.constantFrom(...fields), (sent, field) => {
        const { data: answer } = answerSchema.safeParse(sent);
        const problem = findAnswerProblem(field, answer);
        expect(problem === 'required').toBe(!isAnswered(answer));
        expect(findAnswerProblem({ ...field, required: false }, answer)).toBe(problem === 'required' ? null : problem);
      }),
    );
  });
});
