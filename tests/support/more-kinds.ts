import type { NewWorkflow } from '#contract/new-workflow.ts';
import {
  addressField,
  answersOf,
  bakerStreet,
  formOf,
  moneyField,
  pageOf,
  part,
  phoneField,
  severalField,
} from '#tests/support/workflow-samples.ts';

const labelled = <Field extends { label: string }>(asked: Field, label: string): Field => ({ ...asked, label });

/** Who hears of them on television is thanked on a page of its own. */
export const moreKinds: NewWorkflow = {
  steps: [
    formOf(
      'more',
      [
        labelled(severalField('heard', ['friend', 'paper', 'tv'], { maximum: 2 }), 'Where did you hear about us?'),
        labelled(moneyField('savings', { minimum: 100, maximum: 500_000 }), 'Your savings'),
        labelled(phoneField('phone'), 'Your phone'),
        labelled(addressField('home', 'GB'), 'Your home'),
      ],
      {
        branches: [
          { when: { kind: 'compare', field: part('heard'), operator: 'contains', value: 'tv' }, to: 'thanks' },
        ],
      },
    ),
    pageOf('thanks'),
  ],
};

/** As they are handed in. */
export const moreAnswers = answersOf({
  heard: [part('friend'), part('tv')],
  savings: 125_050,
  phone: '+442079460958',
  home: bakerStreet,
});
