/** What tasks can be made of, and how they look. */
import type { ScenarioGroup } from '#backend/scenarios/groups/scenario-group.ts';

export const signing = {
  title: 'Signing',
  intro: 'What can be different about an agreement.',
  scenarios: [
    {
      name: 'signing-reasons',
      title: 'A reason must be chosen',
      description: 'The policy lists reasons for signing.',
    },
    {
      name: 'require-review',
      title: 'Read to the end first',
      description: 'The end of the document must be reached before signing.',
    },
    {
      name: 'review-and-reasons',
      title: 'Both: read to the end, choose a reason',
      description: 'Signing asks for what is missing, one after the other.',
    },
    {
      name: 'esign-confirm',
      title: 'Everything filled in',
      description: 'All fields prefilled by the business: the customer confirms.',
    },
    {
      name: 'esign-approve',
      title: 'No fields',
      description: 'A document without fields: the customer approves.',
    },
    {
      name: 'esign-no-decline',
      title: 'Declining is not offered',
      description: 'The business does not let the customer decline.',
    },
    {
      name: 'esign-all-fields',
      title: 'Every sort of field, some prefilled',
      description:
        'Signature, initials, dates, texts, checkboxes; required and not, read-only, prefilled and to be changed.',
    },
    {
      name: 'esign-two-people',
      title: 'Fields of somebody else',
      description: 'Some fields belong to another person: not shown as the customer’s, not counted as left.',
    },
    {
      name: 'long-document',
      title: 'Forty pages',
      description: 'A long document with fields far apart.',
    },
    {
      name: 'turned-pages',
      title: 'Turned and cropped pages',
      description:
        'A page stored sideways, one cut out of a larger sheet, one upside down: all read upright, ink lands on the lines.',
    },
    {
      name: 'arabic-document',
      title: 'A document in Arabic',
      description: 'Written from right to left, with fields on the left; open with &lang=ar for the whole page.',
    },
  ],
} as const satisfies ScenarioGroup;

export const papers = {
  title: 'Papers',
  intro: 'What can be different about a document request.',
  scenarios: [
    {
      name: 'papers-many',
      title: 'Twelve items',
      description: 'A long list with long instructions; some items optional.',
    },
    {
      name: 'papers-limits',
      title: 'Narrow limits',
      description: 'PDF only, one file, at most 100 kB; and one item that takes ten photos.',
    },
    {
      name: 'papers-optional',
      title: 'Nothing is required',
      description: 'Every item is optional: nothing has to be chosen before sending.',
    },
  ],
} as const satisfies ScenarioGroup;

export const questions = {
  title: 'Questions',
  intro: 'What can be different about a workflow.',
  scenarios: [
    {
      name: 'questions-every-sort',
      title: 'Every sort of question',
      description:
        'Text, long text, number, date, email, choice with few and with many options, several choices, money, phone, address, files, yes or no; required and not.',
    },
    {
      name: 'questions-branches',
      title: 'Many branches',
      description:
        'Four ways through, with conditions inside conditions; how many steps there are depends on the answers.',
    },
    {
      name: 'questions-one-page',
      title: 'One page to read',
      description: 'No question at all: a page to read and to confirm.',
    },
    {
      name: 'workflow-with-steps',
      title: 'Questions, a payment, a signature, papers',
      description:
        'A question, a fee, an agreement to sign and papers in one task. What came before the fee can no longer be changed.',
    },
  ],
} as const satisfies ScenarioGroup;

export const payments = {
  title: 'Payments',
  intro: 'What a payment looks like before and after the provider’s page.',
  scenarios: [
    {
      name: 'payment-declined',
      title: 'Declined before',
      description: 'The provider declined the first attempt: the card says so and can be paid again.',
    },
    {
      name: 'payment-paid',
      title: 'Paid before',
      description: 'Paid on an earlier visit: no button any more.',
    },
    {
      name: 'payment-currencies',
      title: 'Amounts of all sorts',
      description: 'No decimals, three decimals, a very large one, and zero.',
    },
  ],
} as const satisfies ScenarioGroup;

export const messages = {
  title: 'Messages',
  intro: 'The chat beside the room.',
  scenarios: [
    {
      name: 'chat-long',
      title: 'A long conversation',
      description: 'Eighty messages over two weeks, with links, line breaks and a very long word.',
    },
    {
      name: 'chat-off',
      title: 'Chat off',
      description: 'The policy switches messages off: no composer, no button.',
    },
  ],
} as const satisfies ScenarioGroup;

export const look = {
  title: 'Look and words',
  intro: 'Brands, other scripts, and more of everything.',
  scenarios: [
    {
      name: 'branded',
      title: 'Branded',
      description: 'Company name, logo and colour.',
    },
    {
      name: 'branded-bright',
      title: 'A brand colour too bright for text',
      description: 'Yellow: text on buttons must stay readable.',
    },
    {
      name: 'unbranded',
      title: 'Unbranded',
      description: 'Neutral look, no company name.',
    },
    {
      name: 'polish-names',
      title: 'Polish names and words',
      description: 'Names and titles with Polish letters, amount in zloty.',
    },
    {
      name: 'arabic-names',
      title: 'Arabic names and words',
      description: 'Names and titles in Arabic; open with &lang=ar for the whole page from right to left.',
    },
    {
      name: 'long-titles',
      title: 'Titles as long as they may be',
      description: '160 characters, with and without spaces; names of 120.',
    },
    {
      name: 'many-cards',
      title: 'Two hundred cards',
      description: 'A room that has been in use for years: most of it done, twelve things open.',
    },
  ],
} as const satisfies ScenarioGroup;
